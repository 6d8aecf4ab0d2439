using System.Text;
using QRCoder;
using ValenceNano.Display;

namespace ValenceNano.HostTests.Display.Qr;

public class QrCodeTests
{
    private readonly QrCode _code = new();

    [Fact]
    public void Codes_of_thousands_of_texts_are_those_of_another_encoder()
    {
        var random = new Random(1);
        for (int i = 0; i < 3000; i++)
        {
            byte[] text = new byte[random.Next(QrCode.MaxBytes + 1)];
            random.NextBytes(text);
            if (i % 2 == 0)
            {
                text = [.. text.Select(b => (byte)(' ' + (b % 95)))];
            }

            AssertSame(text);
        }
    }

    [Theory]
    [InlineData(17, 21)]
    [InlineData(18, 25)]
    [InlineData(32, 25)]
    [InlineData(33, 29)]
    [InlineData(53, 29)]
    [InlineData(54, 33)]
    [InlineData(78, 33)]
    public void Code_is_the_smallest_that_the_text_fits_in(int length, int size)
    {
        Encode(Encoding.ASCII.GetBytes(new string('v', length)));

        Assert.Equal(size, _code.Size);
    }

    [Fact]
    public void Code_of_a_longer_text_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _code.Begin(new byte[79], 79));
    }

    [Fact]
    public void Code_cannot_be_read_before_it_is_done()
    {
        Assert.False(_code.IsDone);
        _code.Begin([65], 1);
        while (!_code.IsDone)
        {
            Assert.Equal(_code.Step(), _code.IsDone);
        }

        _code.Begin([66], 1);
        Assert.False(_code.IsDone);
    }

    [Fact]
    public void Encoder_allocates_nothing()
    {
        byte[] text = Encoding.ASCII.GetBytes("WIFI:T:WPA;S:Valence-3F2A;P:47110815;;");
        Encode(text);

        Assert.Equal(0, ValenceNano.Bench.Allocation.Least(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Encode(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }));
    }

    private void Encode(byte[] text)
    {
        _code.Begin(text, text.Length);
        while (!_code.Step())
        {
        }
    }

    private void AssertSame(byte[] text)
    {
        Encode(text);
        using QRCodeData expected = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);

        // Theirs has a quiet zone of four modules.
        Assert.Equal(expected.ModuleMatrix.Count - 8, _code.Size);
        for (int y = 0; y < _code.Size; y++)
        {
            long row = 0;
            for (int x = 0; x < _code.Size; x++)
            {
                row |= expected.ModuleMatrix[y + 4][x + 4] ? 1L << x : 0;
            }

            Assert.True(row == _code.Row(y), $"row {y} of {Convert.ToHexString(text)}");
        }
    }
}
