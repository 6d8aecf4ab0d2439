using ValenceNano.Desktop;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Desktop.Probe;

using Probe = ValenceNano.Desktop.Probe;

/// <summary>A probe on a virtual wire with virtual batteries, in virtual time; every message of the product is kept with its time.</summary>
internal sealed class ProbeRig : IProbeOutput, IMessageWriter
{
    private readonly VirtualClock _clock = new();
    private readonly VirtualBatteries _batteries;
    private readonly MessageTap _tap;

    public ProbeRig(ProbeOptions options, int batteries = 1)
    {
        var wire = new VirtualWire(_clock, seed: 1);
        _batteries = new VirtualBatteries(wire);
        for (int i = 0; i < batteries; i++)
        {
            var battery = new VirtualBattery("CBB11281031"u8.ToArray().Append((byte)('0' + i)).ToArray(), 600, seed: i);
            battery.Model.CurrentMa = 1000;
            _batteries.Add(battery);
        }

        _tap = new MessageTap(wire.OpenPort(), this, () => _clock.NowMs);
        Monitor = new Monitor(_tap, new Settings(), BusRole.Master);
        Probe = new Probe(_tap, Monitor, options, this);
    }

    public Monitor Monitor { get; }

    public Probe Probe { get; }

    public IReadOnlyList<VirtualBattery> Batteries => _batteries.All;

    public List<(MessageKind Kind, long Ms, byte[] Bytes)> Messages { get; } = [];

    public List<(int BusId, int Function, int Register, int Value, int Pass)> Registers { get; } = [];

    public List<RefusedRange> Ranges { get; } = [];

    public void RunUntil(long ms)
    {
        while (_clock.NowMs < ms && !Probe.IsDone)
        {
            long dueMs = Probe.Poll(_clock.NowMs);
            _clock.NowUs = Math.Clamp(dueMs, _clock.NowMs + 1, _clock.NowMs + 20) * 1000;
        }
    }

    public void Read(Battery battery, ReadRequest request, byte[] registers, int pass, long nowMs)
    {
        for (int i = 0; i < request.Count; i++)
        {
            Registers.Add((battery.BusId, request.Function, request.Register + i, (registers[2 * i] << 8) | registers[(2 * i) + 1], pass));
        }
    }

    public void Refused(Battery battery, IReadOnlyList<RefusedRange> ranges) => Ranges.AddRange(ranges);

    public void Write(BusMessage message) => Messages.Add((message.Kind, message.TimeMs ?? 0, message.Bytes.ToArray()));
}
