using ValenceNano.Network;

namespace ValenceNano.HostTests.Network;

public sealed class WebTextsTests
{
    [Fact]
    public void Texts_are_as_many_as_their_names() => Assert.Equal((int)WebText.Count, WebTexts.Count);

    [Theory]
    [InlineData(nameof(WebText.HttpsScheme), "https://")]
    [InlineData(nameof(WebText.LastChunk), "0\r\n\r\n")]
    [InlineData(nameof(WebText.InsufficientStorage), "507 Insufficient Storage")]
    [InlineData(nameof(WebText.LastPath), "/api/wifi/end")]
    [InlineData(nameof(WebText.Product), "ValenceNano")]
    [InlineData(nameof(WebText.CellMaxC), "cell_max_c")]
    [InlineData(nameof(WebText.Contradicts), "contradicts ")]
    [InlineData(nameof(WebText.Health), "health")]
    public void Last_text_of_each_group_has_its_name(string name, string text)
    {
        var buffer = new byte[64];
        int length = WebTexts.Copy(Enum.Parse<WebText>(name), buffer, 0);
        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(buffer, 0, length));
    }
}
