using System.Diagnostics;
using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Network;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>The product on a real bus: a serial port, the time of day, and a view.</summary>
public sealed class LiveSession
{
    // What does not come through the port is looked at so often: a key, what the page has changed, the end.
    private const int LookMs = 20;
    private const int QuietLookMs = 100;

    private readonly LiveOptions _options;
    private readonly CommandIo _io;
    private readonly Notices _notices;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly EventLog? _events;
    private readonly Lock _gate = new();
    private readonly ButtonLock _buttonLock;

    private LiveSession(LiveOptions options, CommandIo io)
    {
        _options = options;
        _io = io;
        _notices = new Notices(io);
        _buttonLock = new ButtonLock { IsAlwaysOpen = options.Web?.IsUnlocked ?? false };

        // In a terminal the panel says it.
        bool isSeen = !options.Json && io.Terminal == TerminalKind.Full;
        _events = isSeen ? null : new EventLog(options.Port, _notices.Say);
    }

    private long NowMs => _time.ElapsedMilliseconds;

    /// <summary>Runs until the time is over, or until it is cancelled.</summary>
    /// <returns>One of <see cref="ExitCode"/>: nothing was found if the time ends without a battery.</returns>
    public static int Run(LiveOptions options, CommandIo io, CancellationToken cancellation) =>
        new LiveSession(options, io).Run(cancellation);

    private int Run(CancellationToken cancellation)
    {
        using IBusConnection serial = BusPorts.Open(_options.Port, _notices.Say);
        using RecordingPort? recording = Record(_options.Record, serial, () => NowMs, _notices.Say);
        _io.Announce($"{_options.Port}: open; {Keys.Use(!_options.Json && _io.Terminal != TerminalKind.None)}");
        IBusPort port = recording ?? (IBusPort)serial;
        var output = new OutputBuffer(_io.Output);
        var lines = new JsonLines(output, () => DateTimeOffset.UtcNow);
        MessageTap? tap = _options.Trace ? new MessageTap(port, new MessageJson(lines), () => NowMs) : null;
        var panel = new MemoryPanel();
        FolderStore? store = FolderStore.Open(_options.Store, _notices.Say);
        var monitor = new Monitor(
            tap ?? port, _options.Settings, _options.Start, deviceNumber: Random.Shared.Next(), store: store, replyMs: _options.ReplyMs);
        if (monitor.FoundSettings == SettingsFound.Unreadable)
        {
            _notices.Say($"{_options.Store}: the settings that were kept there cannot be read, and are the defaults again");
        }

        DateTimeOffset time = DateTimeOffset.Now;
        monitor.Logbook.Wall.Set(time.ToUnixTimeMilliseconds(), (int)time.Offset.TotalMinutes, NowMs);
        var display = new PanelDisplay(monitor, panel);
        using WebServer? web = Serve(display, panel);
        using IView view = CreateView(output, new StatusJson(lines), panel, display);
        var names = new TopicNames(_options.Settings, _options.TopicId);
        using BrokerLink? broker = _options.Mqtt == null ? null : new BrokerLink(_options.Mqtt, names, _notices.Say);
        MqttPublisher? publisher = broker == null ? null : new MqttPublisher(display.Monitor, broker, names);
        Loop(serial, display, publisher, view, cancellation);
        tap?.EndBurst();
        monitor.Save(NowMs);
        view.Finish(display, NowMs);
        if (monitor.Bus.Batteries.Count == 0 && monitor.Bus.Role == BusRole.Master)
        {
            _notices.Say(
                $"{_options.Port}: no battery has answered. Let current flow, or swap A and B; batteries of the XP line speak another protocol");
        }

        return ExitCode.OfRun(display, cancellation);
    }

    private void Loop(IBusConnection serial, PanelDisplay display, MqttPublisher? publisher, IView view, CancellationToken cancellation)
    {
        int lookMs = _io.Terminal == TerminalKind.None ? QuietLookMs : LookMs;
        long endMs = _options.Seconds is int seconds ? seconds * 1000L : long.MaxValue;
        while (!cancellation.IsCancellationRequested && NowMs < endMs)
        {
            long dueMs;
            lock (_gate)
            {
                dueMs = display.Poll(NowMs);
                Publish(display, publisher);
                _events?.Look(display.Monitor);
                view.Show(display, NowMs);
                char key = view.ReadKey();
                if (key == Keys.Quit)
                {
                    return;
                }

                Press(display.Turner, PressOf(key));
            }

            serial.WaitForInput((int)Math.Clamp(dueMs - NowMs, 1, lookMs));
        }
    }

    private void Publish(PanelDisplay display, MqttPublisher? publisher)
    {
        TimeOfDay.Tell(display.Monitor, NowMs);
        while (publisher != null && publisher.Poll(NowMs))
        {
            // It ends when nothing is due, or when more is waiting to be sent than there is room for.
        }
    }

    private void Press(PageTurner turner, ButtonEvent press)
    {
        if (press != ButtonEvent.None)
        {
            _buttonLock.Unlock(NowMs);
            turner.Press(press, NowMs);
        }
    }

    private WebServer? Serve(PanelDisplay display, MemoryPanel panel)
    {
        if (_options.Web is not { } web)
        {
            return null;
        }

        var facts = new DeviceFacts { HostName = WebOptions.HostName, HasClock = true };
        var page = new PageInterface(display.Monitor, new PanelPicture(panel.Seen), facts, _buttonLock);
        var server = WebServer.Start(web.Address, new WebAnswerer(page, _gate, () => NowMs, () => MetricsText.Of(display.Monitor.Readings, NowMs)));
        _notices.Stand(web.Notice);
        return server;
    }

    /// <summary>The use of the button that a key stands for.</summary>
    public static ButtonEvent PressOf(char key) => key switch
    {
        ' ' => ButtonEvent.Short,
        's' => ButtonEvent.Long,
        'd' => ButtonEvent.Double,
        _ => ButtonEvent.None,
    };

    /// <summary>Puts a recording around a port; null: nothing is recorded.</summary>
    /// <param name="recording">What to write and where.</param>
    /// <param name="port">What is recorded.</param>
    /// <param name="nowMs">The time, ms.</param>
    /// <param name="complain">Takes one line when the file cannot be written later on.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static RecordingPort? Record(Recording? recording, IBusPort port, Func<long> nowMs, Action<string> complain)
    {
        if (recording == null)
        {
            return null;
        }

        try
        {
            return new RecordingPort(port, recording, nowMs, complain);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{recording.Path}: cannot be written: {e.Message}");
        }
    }

    private IView CreateView(OutputBuffer output, StatusJson json, MemoryPanel panel, PanelDisplay display)
    {
        if (_options.Json)
        {
            return new JsonView(output, json);
        }

        if (_io.Terminal == TerminalKind.None)
        {
            return new QuietView();
        }

        if (_io.Terminal != TerminalKind.Full)
        {
            return new PictureView(output, panel.Seen, "", _io.Terminal, Keys.OfProduct);
        }

        var screen = new TerminalScreen(Console.Out, TerminalWindow.Size, _options.Look, _notices);
        return new TerminalView(screen, panel.Seen, () => $"{_options.Port}  {RoleText.Of(display.Monitor.Bus)}", Keys.OfProduct);
    }
}
