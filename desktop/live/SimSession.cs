using System.Diagnostics;
using System.Net.Sockets;
using ValenceNano.Display;
using ValenceNano.Firmware;
using ValenceNano.Network;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>
/// The firmware's own main loop against virtual batteries. In a terminal it runs in real time with keys for the button and
/// for the world around it; else as fast as it can.
/// </summary>
public sealed class SimSession
{
    /// <summary>How long it runs if nothing is said and nobody is there to end it, s.</summary>
    public const int DefaultSeconds = 10;

    // Listening, the search and a first answer of each battery.
    private const int SecondsToRead = 12;
    private const int KeyLoadMa = 10_000;
    private const double KeyNoisePerBit = 0.001;

    private readonly FirmwareRig _rig;
    private readonly Scene _scene;
    private readonly Notices _notices;
    private SetUpPlay? _setUp;
    private bool _isHolding;
    private readonly IView _view;
    private readonly bool _isRealTime;
    private readonly long _endMs;
    private readonly CancellationToken _cancellation;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly BrokerReport? _brokerReport;

    private SimSession(SimOptions options, CommandIo io, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _notices = new Notices(io);
        _rig = new FirmwareRig(options.Seed);
        _rig.Line.Rates = options.Faults;
        _rig.Store = FolderStore.Open(options.Store, _notices.Say);
        options.Set(_rig.Settings);
        _scene = new Scene(_rig.Batteries, options.Batteries, options.Seed, options.Weak);
        bool hasKeys = !options.Json && io.Terminal != TerminalKind.None;
        _isRealTime = hasKeys || options.Web != null || options.Mqtt != null;
        _endMs = (options.Seconds ?? (_isRealTime ? int.MaxValue : DefaultSeconds)) * 1000L;
        io.Announce($"{options.Batteries} virtual batteries; {Keys.Use(hasKeys)}");
        _rig.Facts = new DeviceFacts
        {
            HostName = WebOptions.HostName, IsSimulated = true, TopicId = [.. options.TopicId ?? [], .. "-sim"u8],
        };
        if (options.Web != null)
        {
            Serve(options, options.Web);
        }

        if (options.Mqtt != null)
        {
            _rig.Connector = new NetworkConnector();
            _brokerReport = new BrokerReport(options.Mqtt.Name, _notices.Say);
        }

        // Last: it takes the terminal over, and what goes wrong before it is to be seen.
        _view = CreateView(options, io);
    }

    /// <summary>Runs until the time is over, or until it is cancelled.</summary>
    /// <returns>One of <see cref="ExitCode"/>: nothing was found if the time ends without a battery.</returns>
    public static int Run(SimOptions options, CommandIo io, CancellationToken cancellation)
    {
        var session = new SimSession(options, io, cancellation);
        using IView view = session._view;
        session._rig.Run(session.Turn);
        session._rig.Monitor.Save(session._rig.NowMs);
        // Without a word, as when a device is switched off: the broker tells the others.
        session._rig.Client?.Drop(session._rig.NowMs);
        view.Finish(session._rig.Display, session._rig.NowMs);
        int exitCode = ExitCode.OfRun(session._rig.Display, cancellation);
        if (exitCode == ExitCode.NothingFound)
        {
            session._notices.Say(NothingRead(session._rig.NowMs / 1000));
        }

        return exitCode;
    }

    private static string NothingRead(long seconds) =>
        $"no battery was read in {seconds} s"
        + (seconds < SecondsToRead ? $": the first 4 to 6 s it listens; try --seconds {SecondsToRead}" : "");

    // The firmware's own server, on this computer's network.
    private void Serve(SimOptions options, WebOptions web)
    {
        var listener = new NetworkListener(web.Address.Address, web.Address.Port);
        try
        {
            listener.Open();
        }
        catch (SocketException e)
        {
            throw WebServer.NotToBeHad(web.Address, e);
        }

        _rig.Listener = listener;
        _rig.ButtonLock = new ButtonLock { IsAlwaysOpen = web.IsUnlocked };
        _notices.Stand(web.Notice);
        if (options.SetUp)
        {
            _setUp = new SetUpPlay(_rig, listener);
            _setUp.Begin();
            foreach (string notice in _setUp.Notices)
            {
                _notices.Stand(notice);
            }
        }
    }

    private IView CreateView(SimOptions options, CommandIo io)
    {
        var output = new OutputBuffer(io.Output);
        if (options.Json)
        {
            return new JsonView(output, new StatusJson(new JsonLines(output)));
        }

        IReadOnlyList<string> keys = options.SetUp ? Keys.OfSetUp : Keys.OfSimulation;
        return io.Terminal == TerminalKind.Full
            ? new TerminalView(new TerminalScreen(Console.Out, TerminalWindow.Size, options.Look, _notices), Seen, Title, keys)
            : new PictureView(output, Seen, "SIM ", io.Terminal, keys);
    }

    private bool Turn()
    {
        _scene.MoveTo(_rig.NowMs);
        _setUp?.MoveTo(_rig.NowMs);
        if (_rig.Display != null)
        {
            _view.Show(_rig.Display, _rig.NowMs);
            if (_isRealTime)
            {
                TimeOfDay.Tell(_rig.Monitor, _rig.NowMs);
            }

            _brokerReport?.Look(_rig.Client);
        }

        char key = _view.ReadKey();
        if (key == Keys.Quit)
        {
            return false;
        }

        Use(key);
        if (_isRealTime)
        {
            // Also when the firmware has so much to do that it never waits: no time would pass for it.
            _rig.Device.Clock.NowUs = Math.Max(_rig.Device.Clock.NowUs, (long)_time.Elapsed.TotalMicroseconds);
            Thread.Sleep((int)Math.Clamp(_rig.NowMs - _time.ElapsedMilliseconds, 0, 50));
        }

        return _rig.NowMs < _endMs && !_cancellation.IsCancellationRequested;
    }

    private void Use(char key)
    {
        VirtualBattery last = _rig.Batteries.All[^1];
        switch (key)
        {
            case 'l':
                _scene.Switch(KeyLoadMa);
                break;
            case 'c':
                _scene.Switch(-KeyLoadMa);
                break;
            case 'z':
                _scene.IsQuiet = !_scene.IsQuiet;
                break;
            case 'u':
                last.IsPlugged = !last.IsPlugged;
                break;
            case 'x':
                _rig.Wire.NoisePerBit = _rig.Wire.NoisePerBit > 0 ? 0 : KeyNoisePerBit;
                break;
            case 'p':
                _rig.Panel.IsPresent = !_rig.Panel.IsPresent;
                break;
            case 'h':
                _isHolding = !_isHolding;
                _rig.HoldButton(_isHolding);
                break;
            case 'j':
                _setUp?.TogglePhone();
                break;
            case 'w':
                _setUp?.ToggleNetwork();
                break;
            default:
                Press(LiveSession.PressOf(key));
                break;
        }
    }

    private void Press(ButtonEvent press)
    {
        if (press != ButtonEvent.None && _rig.Display != null)
        {
            _rig.ButtonLock.Unlock(_rig.NowMs);
            _rig.Display.Turner.Press(press, _rig.NowMs);
        }
    }

    private byte[] Seen() => PanelBytes.Of(_rig.Panel);

    private string Title()
    {
        string load = _scene.IsQuiet ? "all off" : _scene.ExtraLoadMa > 0 ? "extra load" : _scene.ExtraLoadMa < 0 ? "charger" : "";
        string unplugged = _rig.Batteries.All[^1].IsPlugged ? "" : "one unplugged";
        string noise = _rig.Wire.NoisePerBit > 0 ? "noise" : "";
        string panel = _rig.Panel.IsPresent ? "" : "panel pulled out";
        string[] events = [.. new[] { load, unplugged, noise, panel }.Where(word => word != "")];
        return $"SIM  {_rig.Batteries.All.Count} virtual batteries, {_rig.NowMs / 1000} s  {string.Join(", ", events)}";
    }
}
