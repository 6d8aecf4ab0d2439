using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Text;

/// <summary>What a battery is called.</summary>
public sealed class BatteryTextTests
{
    [Theory]
    [InlineData("CBB112810018", "CBB112810018")]
    [InlineData("\u001f ~\u007f\\\"012345", "\\x1f ~\\x7f\\\"012345")]
    [InlineData("01234567890\u00ff", "01234567890\\xff")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0", "\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00")]
    public void Serial_has_its_printable_bytes_and_the_others_in_hex(string bytes, string expected)
    {
        byte[] serial = Encoding.Latin1.GetBytes("x" + bytes + "x");
        byte[] buffer = new byte[60];

        int length = BatteryText.CopySerial(serial, buffer, 3, start: 1);

        Assert.Equal(expected, Encoding.ASCII.GetString(buffer, 3, length));
        Assert.All(buffer[(3 + length)..], untouched => Assert.Equal(0, untouched));
    }
}
