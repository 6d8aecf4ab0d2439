namespace ValenceNano.HostTests.NanoSubset;

/// <summary>What the device can do, and the checker must let pass.</summary>
internal sealed class Harmless
{
    private static readonly ushort[] s_table = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly int s_sum = s_table[0] + s_table[1];

    private readonly byte[] _buffer = new byte[16];
    private readonly int[][] _jagged = [[1, 2, 3], [4]];

    public System.Threading.ThreadStart? Changed = () => { };

    public int Sum { get; init; } = s_sum;

    public static string NameOf(string word)
    {
        switch (word)
        {
            case "one": return "eins";
            case "two": return "zwei";
            case "three": return "drei";
            case "four": return "vier";
            case "five": return "fuenf";
            case "six": return "sechs";
            case "seven": return "sieben";
            default: return word + "?" + word.Length.ToString("X2");
        }
    }

    public int Count(ref int calls, out string text)
    {
        calls++;
        int sum = calls switch { 1 => 10, 2 => 20, _ => 30 };
        foreach (int[] row in _jagged)
        {
            foreach (int value in row)
            {
                sum += value;
            }
        }

        text = sum is > 3 and < 90 ? string.Empty : "more";
        Array.Clear(_buffer, 0, _buffer.Length);
        Changed?.Invoke();
        try
        {
            return int.Parse(text) + sum + Sum;
        }
        catch (FormatException e) when (e.Message.Length > 0)
        {
            throw new ArgumentException(e.GetType().Name, nameof(calls));
        }
    }
}
