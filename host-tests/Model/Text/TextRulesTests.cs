using System.Text;
using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Text;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Bow \"1\"")]
    [InlineData("Bögä")]
    [InlineData("\u00A0\u07FF\u0800\uD7FF\uE000\uFFFD")]
    [InlineData("\U0001F50B\U0010FFFF")]
    public void Text_is_plain(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("\n" + text + "\n");

        Assert.True(TextRules.IsPlain(bytes, 1, bytes.Length - 2));
    }

    [Theory]
    [InlineData("0A")]
    [InlineData("7F")]
    [InlineData("C285")]
    [InlineData("FF")]
    [InlineData("80")]
    [InlineData("C3")]
    [InlineData("C0AF")]
    [InlineData("E0809F")]
    [InlineData("E282")]
    [InlineData("EDA080")]
    [InlineData("F08FBFBF")]
    [InlineData("F4908080")]
    [InlineData("F0909041")]
    public void Control_characters_and_what_is_no_utf_8_are_not_plain(string hex)
    {
        byte[] bytes = [(byte)'a', .. Convert.FromHexString(hex)];

        Assert.False(TextRules.IsPlain(bytes, 0, bytes.Length));
    }

    [Fact]
    public void Every_character_is_plain_unless_it_is_a_control_character()
    {
        for (int code = 0; code <= 0x10FFFF; code++)
        {
            if (code is < 0xD800 or > 0xDFFF)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(char.ConvertFromUtf32(code));
                Assert.Equal(!char.IsControl(char.ConvertFromUtf32(code), 0), TextRules.IsPlain(bytes, 0, bytes.Length));
            }
        }
    }
}
