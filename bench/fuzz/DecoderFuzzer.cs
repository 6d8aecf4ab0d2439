using ValenceNano.Protocol;

namespace ValenceNano.Bench;

/// <summary>The reply decoder: any 59 bytes give values in range, and no broken rule means that all of them agree.</summary>
public sealed class DecoderFuzzer : IFuzzer
{
    private const int RepliesPerCase = 8;

    // Used again and again, as the product does: nothing of the reply before may remain.
    private readonly Telemetry _values = new();

    /// <inheritdoc/>
    public string Name => "decoder";

    /// <inheritdoc/>
    public Tally Reached { get; } = new();

    /// <inheritdoc/>
    public int Run(Random random)
    {
        var grammar = new Grammar(random);
        for (int i = 0; i < RepliesPerCase; i++)
        {
            byte[] reply = grammar.Data(2);
            byte[] buffer = [.. reply, .. grammar.Noise(random.Next(20))];
            long allocated = Allocation.By(() => _values.Decode(buffer));
            Require.That(allocated == 0, $"{allocated} bytes allocated");
            TelemetryRules.Check(_values);
            CheckAgainstBytes(reply);
            Reached.Add(_values.Broken == ReplyRules.None ? "consistent" : "inconsistent");
        }

        return RepliesPerCase * MessageFormat.DataLength;
    }

    private void CheckAgainstBytes(byte[] reply)
    {
        Require.That(
            _values.SocPermille == (int)Math.Round(reply[43] * 1000 / 255.0),
            $"{_values.SocPermille} permille of {Convert.ToHexString(reply)}");
        for (int i = 0; i < Telemetry.CellCount; i++)
        {
            int mv = BitConverter.ToUInt16(reply, 49 + (2 * i));
            Require.That(_values.CellMv(i) == mv, $"cell {i}: {_values.CellMv(i)} mV of {Convert.ToHexString(reply)}");
        }

        bool saysTheSameTwice = reply.AsSpan(35, 4).SequenceEqual(reply.AsSpan(39, 4)) && reply[43] == reply[44];
        bool findsTheSameTwice = (_values.Broken & (ReplyRules.VoltageAgain | ReplyRules.SocAgain)) == 0;
        Require.That(saysTheSameTwice == findsTheSameTwice, $"{_values.Broken} of {Convert.ToHexString(reply)}");
    }
}
