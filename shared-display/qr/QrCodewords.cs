using System;

namespace ValenceNano.Display;

/// <summary>The codewords of a QR code of level L: the text behind its header, padded, and behind it the error correction.</summary>
internal sealed class QrCodewords
{
    private const int MaxVersion = 4;

    // Mode and length take 12 bits, the end another 4.
    private const int HeaderBytes = 2;
    private const int ByteMode = 0x40;

    // The generator polynomials of 7, 10, 15 and 20 correction codewords, without their first coefficient, which is 1 (ISO/IEC 18004, annex A).
    private readonly byte[] _generators =
    {
        127, 122, 154, 164, 11, 68, 117,
        216, 194, 159, 111, 199, 94, 95, 113, 157, 193,
        29, 196, 111, 163, 112, 74, 10, 105, 105, 139, 132, 151, 32, 134, 26,
        152, 185, 240, 5, 111, 99, 6, 220, 112, 150, 69, 36, 187, 22, 228, 198, 121, 121, 165, 174,
    };

    private readonly byte[] _codewords = new byte[100];
    private int _dataCount;
    private int _correctionCount;
    private int _generatorStart;
    private int _corrected;

    /// <summary>Writes the data codewords of a text.</summary>
    /// <returns>The smallest version that it fits in, 1..4.</returns>
    public int Begin(byte[] text, int count)
    {
        int version = 1;
        while (version < MaxVersion && count + HeaderBytes > DataCount(version))
        {
            version++;
        }

        _dataCount = DataCount(version);
        _correctionCount = CorrectionCount(version);
        _generatorStart = GeneratorStart(version);
        _corrected = 0;
        WriteData(text, count);
        return version;
    }

    /// <summary>Divides one more data codeword by the generator; the remainder at the end is the error correction.</summary>
    /// <returns>True: it was the last.</returns>
    public bool Correct()
    {
        byte[] codewords = _codewords;
        int first = _dataCount;
        int last = first + _correctionCount - 1;
        int factor = codewords[_corrected] ^ codewords[first];
        Array.Copy(codewords, first + 1, codewords, first, _correctionCount - 1);
        codewords[last] = 0;
        for (int i = 0; i < _correctionCount; i++)
        {
            codewords[first + i] ^= (byte)Multiply(_generators[_generatorStart + i], factor);
        }

        _corrected++;
        return _corrected == _dataCount;
    }

    /// <summary>A bit of the codewords, the highest of the first at 0; behind the last all are 0.</summary>
    public int Bit(int index)
    {
        int at = index >> 3;
        return at < _dataCount + _correctionCount ? (_codewords[at] >> (7 - (index & 7))) & 1 : 0;
    }

    // By version (the same, table 9). One block each.
    private static int DataCount(int version) => version == 1 ? 19 : version == 2 ? 34 : version == 3 ? 55 : 80;

    private static int CorrectionCount(int version) => version == 1 ? 7 : version == 2 ? 10 : version == 3 ? 15 : 20;

    private static int GeneratorStart(int version) => version == 1 ? 0 : version == 2 ? 7 : version == 3 ? 17 : 32;

    private void WriteData(byte[] text, int count)
    {
        byte[] codewords = _codewords;
        Array.Clear(codewords, 0, codewords.Length);
        codewords[0] = (byte)(ByteMode | count >> 4);
        int carried = count << 4;
        for (int i = 0; i < count; i++)
        {
            codewords[i + 1] = (byte)(carried | text[i] >> 4);
            carried = text[i] << 4;
        }

        codewords[count + 1] = (byte)carried;
        for (int i = count + HeaderBytes, pad = 0xEC; i < _dataCount; i++, pad ^= 0xEC ^ 0x11)
        {
            codewords[i] = (byte)pad;
        }
    }

    // In the field of 256 elements by x^8 + x^4 + x^3 + x^2 + 1.
    private static int Multiply(int a, int b)
    {
        int product = 0;
        for (; b != 0; b >>= 1)
        {
            if ((b & 1) != 0)
            {
                product ^= a;
            }

            a <<= 1;
            if (a > 0xFF)
            {
                a ^= 0x11D;
            }
        }

        return product;
    }
}
