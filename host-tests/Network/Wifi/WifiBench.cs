using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network.Wifi;

/// <summary>A radio and what runs it, in virtual time, over the restarts that it asks for.</summary>
internal sealed class WifiBench
{
    public const string Home = "Harbour";
    public const string HomePassword = "moorings42";

    private readonly VirtualClock _clock = new();

    public WifiBench()
    {
        Radio = new VirtualRadio(_clock, seed: 1);
        Radio.Hotspots.Add(HomeSpot);
        Control = new WifiControl(Radio, Store);
    }

    public VirtualHotspot HomeSpot { get; } = new(Home, HomePassword, -52);

    public VirtualRadio Radio { get; }

    public VirtualFlash Store { get; } = new();

    public WifiControl Control { get; private set; }

    public NetworkState State => Control.Status.State;

    public int Restarts { get; private set; }

    public long NowMs => _clock.NowMs;

    /// <summary>Each state, and when it came, ms since power-up.</summary>
    public List<(long Ms, NetworkState State)> States { get; } = [];

    public string Name => Encoding.ASCII.GetString(Control.Status.Name, 0, Control.Status.NameLength);

    public WifiBench Pass(double seconds)
    {
        for (long endMs = NowMs + (long)(seconds * 1000); NowMs < endMs; _clock.NowUs += 10_000)
        {
            if (Control.Poll(NowMs))
            {
                Restart();
            }

            if (States.Count == 0 || States[^1].State != State)
            {
                States.Add((NowMs, State));
            }
        }

        return this;
    }

    /// <summary>The device is off for a moment, or restarts.</summary>
    public void Restart()
    {
        Restarts++;
        Radio.Restart();
        Control = new WifiControl(Radio, Store);
    }

    public bool Join(string name, string password) =>
        Control.Join(Encoding.UTF8.GetBytes(name), name.Length, Encoding.UTF8.GetBytes(password), password.Length, NowMs);

    /// <summary>From power-up into set-up.</summary>
    public WifiBench SetUp()
    {
        Pass(1);
        Control.BeginSetUp(NowMs);
        return Pass(10);
    }
}
