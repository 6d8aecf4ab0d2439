using System.Text;
using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>How readings that are numbers are written: most of a status are.</summary>
internal sealed partial class ReadingJson
{
    // One loop with hardly a call of ours in it: on the device a call takes as long as a digit or two.
    private void WriteNumbers(JsonWriter json, int row, int end, long[] values)
    {
        byte[] slots = _slots;
        ushort[] keys = _keys;
        byte[] lengths = _lengths;
        string[] strings = ReadingTable.Texts.Strings;
        Encoding utf8 = FlashText.Utf8;
        byte[] buffer = json.Buffer;
        int at = json.Count;
        for (; row < end; row++)
        {
            long value = values[slots[row]];
            if (value == Reading.Unknown)
            {
                continue;
            }

            int key = keys[row];
            at += utf8.GetBytes(strings[key >> FlashTexts.NumberShift], key & FlashTexts.OffsetMask, lengths[row], buffer, at);
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
    }
}
