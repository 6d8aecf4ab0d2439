using ValenceNano.Model;
using ValenceNano.Bench;
using ValenceNano.Display;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Display;

public class AllocationTests
{
    private static readonly byte[] _text = Label.Of("2 of 3 live");

    [Fact]
    public void Drawing_and_flushing_allocate_nothing()
    {
        var buffer = new PageBuffer();
        var canvas = new Canvas(buffer);
        var panel = new SilentPanel();
        DrawAndFlush(canvas, buffer, panel, 130);

        Assert.Equal(0, Allocation.By(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                DrawAndFlush(canvas, buffer, panel, i * 1234 - 50_000);
            }
        }));
    }

    private static void DrawAndFlush(Canvas canvas, PageBuffer buffer, SilentPanel panel, int value)
    {
        canvas.Clear();
        canvas.Text(canvas.Line.Clear().Add(value, NumberFormat.AmpsHundredths), 0, 0, Font.Small);
        canvas.TextRight(canvas.Line.Clear().Add(Reading.Unknown, NumberFormat.Whole), 128, 0, Font.Big);
        canvas.Text(_text, 0, 4, Font.Middle);
        canvas.Icon(Icons.Alarm16, 112, 4);
        canvas.Box(0, 48, 40, 12);
        canvas.Bar(value & 31, 36, 2, 7);
        canvas.Battery(value, 60, 0);
        buffer.Flush(panel);
    }

    private sealed class SilentPanel : IPanel
    {
        public bool Write(byte[] picture, int page, int firstColumn, int count)
        {
            return true;
        }

        public bool Configure(bool isLit, byte contrast, int startLine)
        {
            return true;
        }
    }
}
