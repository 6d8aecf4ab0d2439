using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class CanvasTextTests
{
    private static readonly byte[] _everything = [.. Enumerable.Range(32, Glyph.EmptyDot - 31).Select(code => (byte)code)];

    private readonly PageBuffer _buffer = new();
    private readonly StrictCanvas _strict;
    private readonly Canvas _canvas;

    public CanvasTextTests()
    {
        _strict = new StrictCanvas(_buffer);
        _canvas = new Canvas(_buffer);
    }

    [Fact]
    public void Every_character_of_the_small_font()
    {
        DrawSheet(_everything, Font.Small, 21, 1);

        TextPicture.Check("font-small", _buffer);
    }

    [Fact]
    public void Every_character_of_the_middle_font()
    {
        DrawSheet(_everything[..64], Font.Middle, 16, 2);
        TextPicture.Check("font-middle-1", _buffer);

        _strict.Clear();
        DrawSheet(_everything[64..], Font.Middle, 16, 2);
        TextPicture.Check("font-middle-2", _buffer);
    }

    [Fact]
    public void Every_big_digit()
    {
        DrawSheet(Label.Of("0123456789"), Font.Big, 5, 4);

        TextPicture.Check("font-big", _buffer);
    }

    [Fact]
    public void State_of_charge_and_one_that_is_not_known()
    {
        DrawCharge(100, 0);
        DrawCharge(Reading.Unknown, 4);

        TextPicture.Check("state-of-charge", _buffer);
    }

    [Fact]
    public void Texts_and_numbers_follow_one_another()
    {
        TextLine line = _strict.Line;
        int column = _strict.Text(Label.Of("B2 cell 3 "), 0, 0, Font.Small);
        column = _strict.Text(line.Add(2480, NumberFormat.Volts), column, 0, Font.Small);
        column = _strict.Text(Label.Of(" V"), column, 0, Font.Small);
        Assert.Equal(96, column);

        _strict.TextRight(line.Clear().Add(-32845, NumberFormat.VoltsTenths), 112, 2, Font.Middle);
        _strict.Text(Label.Of(" A"), 112, 2, Font.Middle);
        _strict.TextRight(line.Clear().Add(Label.Of("25°C 100 Ω")), 128, 5, Font.Small);

        TextPicture.Check("texts-and-numbers", _buffer);
    }

    [Fact]
    public void Part_of_a_text_is_drawn_like_that_text()
    {
        _strict.Text(Label.Of("abcdef"), 2, 3, 0, 0, Font.Small);
        _strict.Text(Label.Of("cde"), 0, 1, Font.Small);

        Assert.Equal(TextPicture.Part(_buffer, 0, 8, 128, 8), TextPicture.Part(_buffer, 0, 0, 128, 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(Glyph.EmptyDot + 1)]
    [InlineData(255)]
    public void Byte_that_the_font_does_not_have_is_a_question_mark(byte code)
    {
        _strict.Text([code], 0, 0, Font.Middle);
        _strict.Text([(byte)'?'], 8, 0, Font.Middle);

        Assert.Equal(TextPicture.Part(_buffer, 8, 0, 8, 16), TextPicture.Part(_buffer, 0, 0, 8, 16));
    }

    [Fact]
    public void Label_has_a_question_mark_for_what_the_fonts_do_not_have()
    {
        Assert.Equal("A?~ ?"u8.ToArray(), Label.Of("Aä~ \n"));
        Assert.Equal(_everything[^8..], Label.Of("°Ω↑↓←→●○"));
    }

    [Fact]
    public void Characters_that_are_not_wholly_inside_are_left_out_and_the_others_stay_in_place()
    {
        byte[] text = Label.Of("abcdefghijklmnopqrstuvwxyz");
        Assert.Equal(-15 + 26 * 6, _canvas.Text(text, -15, 0, Font.Small));
        _strict.Text(Label.Of("defghijklmnopqrstuvw"), 3, 1, Font.Small);

        Assert.Equal(TextPicture.Part(_buffer, 0, 8, 128, 8), TextPicture.Part(_buffer, 0, 0, 128, 8));
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(1000)]
    public void What_is_far_outside_is_not_drawn(int column)
    {
        _canvas.Text(Label.Of("text"), column, 0, Font.Small);
        _canvas.Text(Label.Of("text"), column, 2, Font.Middle);
        _canvas.Text(Label.Of("123"), column, 4, Font.Big);

        Assert.All(_buffer.Picture, bits => Assert.Equal(0, bits));
    }

    private void DrawCharge(int percent, int page)
    {
        int column = _strict.Text(_strict.Line.Clear().Add(percent, NumberFormat.Whole), 0, page, Font.Big);
        _strict.Icon(Icons.Percent, column, page);
    }

    private void DrawSheet(byte[] characters, Font font, int inLine, int pages)
    {
        for (int i = 0; i < characters.Length; i += inLine)
        {
            _strict.Text(characters, i, Math.Min(inLine, characters.Length - i), 0, i / inLine * pages, font);
        }
    }
}
