using ValenceNano.Display;

namespace ValenceNano.HostTests.Display;

/// <summary>What is shown when the program cannot go on.</summary>
public sealed class FaultScreenTests
{
    [Fact]
    public void Type_and_as_much_of_the_message_as_fits_are_shown() => Check(
        "fault-long",
        "InvalidOperationException",
        "The UART of the bus could not be opened, since another object holds it, and more text than there is room for is left out");

    [Fact]
    public void Message_that_is_missing_leaves_its_lines_empty() => Check("fault-null", "TimeoutException", null);

    private static void Check(string name, string type, string? message)
    {
        var panel = new RecordingPanel();
        FaultScreen.Show(panel, type, message);
        var buffer = new PageBuffer();
        Array.Copy(panel.Memory, buffer.Picture, buffer.Picture.Length);

        TextPicture.Check(name, buffer);
    }
}
