using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>How readings that are numbers are written: most of a status are.</summary>
internal sealed partial class ReadingJson
{
    // One loop without a call of ours but for large numbers: on the device a call costs as much as three digits.
    // Answers the first row, up to the end, whose value is no number.
    private int WriteNumbers(JsonWriter json, int row, int end, long[] values, int shift)
    {
        byte[] ids = _ids;
        byte[] lengths = _lengths;
        ushort[] keys = _keys;
        string[] strings = ReadingTable.Texts.Strings;
        Encoding utf8 = FlashText.Utf8;
        byte[] buffer = json.Buffer;
        int at = json.Count;
        for (; row < end; row++)
        {
            long value = values[ids[row] - shift];
            if (value == Reading.Unknown)
            {
                continue;
            }

            int key = keys[row];
            int length = lengths[row];
            buffer[at] = (byte)',';
            buffer[at + 1] = (byte)'"';
            at += utf8.GetBytes(strings[key >> FlashTexts.NumberShift], key & FlashTexts.OffsetMask, length & ~OtherFlag, buffer, at + 2) + 4;
            buffer[at - 2] = (byte)'"';
            buffer[at - 1] = (byte)':';
            if (length >= OtherFlag)
            {
                break;
            }

            if (value < 0)
            {
                buffer[at] = (byte)'-';
                at++;
                value = -value;
            }

            if (value < 10)
            {
                buffer[at] = (byte)('0' + (int)value);
                at++;
            }
            else if (value < JsonWriter.PutLimit)
            {
                at = JsonWriter.Put((int)value, buffer, at);
            }
            else
            {
                json.Begin(at);
                json.Digits(value);
                at = json.Count;
            }
        }

        json.Begin(at);
        json.BeginText();
        return row;
    }
}
