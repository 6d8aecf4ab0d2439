using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Bench;

/// <summary>Knows what every virtual battery has said, and holds what the product shows against it.</summary>
internal sealed class Witness
{
    // A value is shown with its age in seconds.
    private const long MaxLateMs = SoakClock.Second;
    private const long LiveLimitMs = 10 * SoakClock.Second;
    private const int Remembered = 64;

    private readonly SoakResult _result;
    private readonly Dictionary<VirtualBattery, Said[]> _said = [];
    private readonly Dictionary<Battery, long> _checked = [];

    public Witness(VirtualBatteries batteries, SoakResult result)
    {
        _result = result;
        batteries.Answered += Remember;
    }

    /// <summary>A new monitor has new objects.</summary>
    public void ForgetMonitor() => _checked.Clear();

    /// <summary>Looks at every battery that the product knows.</summary>
    /// <param name="display">The product.</param>
    /// <param name="productMs">Now, on the product's clock.</param>
    /// <param name="worldMs">Now.</param>
    /// <returns>False: something new is wrong.</returns>
    public bool Check(PanelDisplay display, long productMs, long worldMs)
    {
        long before = _result.StaleAsLive + _result.UnderAnothersName + _result.NeverHad;
        BatteryList batteries = display.Monitor.Bus.Batteries;
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            if (battery.State == BatteryState.Live && battery.AgeMs(productMs) > LiveLimitMs)
            {
                _result.StaleAsLive++;
            }

            if (battery.HasValues && (!_checked.TryGetValue(battery, out long when) || when != battery.ValuesMs))
            {
                _checked[battery] = battery.ValuesMs;
                CheckValues(battery, worldMs);
            }
        }

        return before == _result.StaleAsLive + _result.UnderAnothersName + _result.NeverHad;
    }

    private void CheckValues(Battery battery, long worldMs)
    {
        _result.ValuesChecked++;
        bool anotherHad = false;
        foreach ((VirtualBattery source, Said[] all) in _said)
        {
            // A listener knows some by their bus ids alone: those stand under no name.
            bool isOwn = !battery.HasSerial || source.Serial.SequenceEqual(battery.Serial);
            foreach (Said said in all)
            {
                if (said.WorldMs <= worldMs && worldMs - said.WorldMs <= MaxLateMs && said.Is(battery.Values))
                {
                    if (isOwn)
                    {
                        return;
                    }

                    anotherHad = true;
                }
            }
        }

        if (anotherHad)
        {
            _result.UnderAnothersName++;
        }
        else if (MayBeChance(battery, worldMs))
        {
            _result.RightByChance++;
        }
        else
        {
            _result.NeverHad++;
        }
    }

    // All that a rule can check is as the battery said it: a corrupt reply with a right CRC.
    private bool MayBeChance(Battery battery, long worldMs) => _said.Any(source =>
        source.Key.Serial.SequenceEqual(battery.Serial)
        && source.Value.Any(said => worldMs - said.WorldMs is >= 0 and <= MaxLateMs && said.IsButForWhatNoRuleChecks(battery.Values)));

    private void Remember(VirtualBattery battery, MessageKind kind, ReadOnlySpan<byte> answer, long us)
    {
        if (kind != MessageKind.Read || answer.Length != MessageFormat.DataLength)
        {
            return;
        }

        if (!_said.TryGetValue(battery, out Said[]? all))
        {
            all = new Said[Remembered];
            for (int i = 0; i < all.Length; i++)
            {
                all[i] = new Said();
            }

            _said.Add(battery, all);
        }

        Said oldest = all[0];
        Array.Copy(all, 1, all, 0, all.Length - 1);
        all[^1] = oldest;
        oldest.Take(answer, us / 1000);
    }

    /// <summary>One data reply of a battery.</summary>
    private sealed class Said
    {
        private readonly byte[] _reply = new byte[MessageFormat.DataLength];
        private readonly Telemetry _values = new();
        private readonly Telemetry _compared = new();

        public long WorldMs { get; private set; } = long.MinValue / 2;

        public void Take(ReadOnlySpan<byte> reply, long worldMs)
        {
            reply.CopyTo(_reply);
            _values.Decode(_reply);
            WorldMs = worldMs;
        }

        public bool Is(Telemetry shown) => shown.Numbers.AsSpan().SequenceEqual(_values.Numbers);

        public bool IsButForWhatNoRuleChecks(Telemetry shown)
        {
            shown.Numbers.CopyTo(_compared.Numbers, 0);
            _compared.CurrentMa = _values.CurrentMa;
            _compared.Current2Ma = _values.Current2Ma;
            Array.Copy(_values.Numbers, Telemetry.FirstUnknown, _compared.Numbers, Telemetry.FirstUnknown, Telemetry.UnknownCount);
            return Is(_compared);
        }
    }
}
