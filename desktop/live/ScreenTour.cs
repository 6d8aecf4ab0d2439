using ValenceNano.Model;
using ValenceNano.Display;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.Desktop;

/// <summary>Takes the firmware through a day on which every page comes up, and keeps a picture of each.</summary>
public sealed class ScreenTour
{
    private const int Batteries = 3;
    private const int Seed = 1;
    private const int Scale = 4;

    // A page is looked at when it has stood for a moment: at its start the values may be about to come.
    private const int SettledMs = 1500;

    // The evening of the second day, while the refrigerator runs: the graph has a day to show.
    private const long BeginMs = (26 * 60 + 5) * 60_000L;
    private const long WeakCellMs = BeginMs + 90_000;
    private const int WeakCellMv = -900;
    private const long AllOffMs = BeginMs + 150_000;
    private const long EndMs = BeginMs + 260_000;

    private static readonly string[] FilmPages = ["bank", "battery-1", "cells-1", "battery-2", "cells-2", "bus", "alarm", "asleep"];

    private readonly FirmwareRig _rig = new(Seed);
    private readonly Scene _scene;
    private readonly Dictionary<string, byte[]> _pictures = [];
    private string _page = "";
    private long _pageMs;

    private ScreenTour()
    {
        _scene = new Scene(_rig.Batteries, Batteries, Seed);
    }

    /// <summary>Writes the pictures, and answers their paths in the order in which they came up.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled before the first of them.</exception>
    public static IReadOnlyList<string> Write(string folder, CancellationToken cancellation)
    {
        var tour = new ScreenTour();
        tour._rig.Run(() => tour.Turn() && !cancellation.IsCancellationRequested);
        cancellation.ThrowIfCancellationRequested();
        var paths = new List<string>();
        foreach ((string page, byte[] picture) in tour._pictures)
        {
            string path = Path.Combine(folder, page + ".png");
            using FileStream file = File.Create(path);
            PngPicture.Write(file, picture, Scale);
            paths.Add(path);
        }

        paths.Add(Path.Combine(folder, "terminal.svg"));
        File.WriteAllText(paths[^1], tour.Film());
        return paths;
    }

    // The bank first: it is what stands where nothing moves.
    private string Film()
    {
        byte[][] panels = [.. FilmPages.Where(_pictures.ContainsKey).Select(page => _pictures[page])];
        return TerminalSvg.Of(panels, $"SIM  {Batteries} virtual batteries", Keys.OfSimulation);
    }

    private bool Turn()
    {
        bool isBefore = !_pictures.ContainsKey("searching");
        foreach (VirtualBattery battery in _rig.Batteries.All)
        {
            battery.IsPlugged = !isBefore;
        }

        _scene.MoveTo(_rig.NowMs);
        _scene.IsQuiet = _rig.NowMs >= AllOffMs;
        _rig.Batteries.All[1].Model.SetCellOffset(2, _rig.NowMs is >= WeakCellMs and < AllOffMs ? WeakCellMv : 0);
        if (_rig.Display != null && (_rig.NowMs >= BeginMs || _rig.Display.Turner.Page == PageKind.Searching))
        {
            Look(_rig.Display.Turner);
        }

        return _rig.NowMs < EndMs;
    }

    private void Look(PageTurner turner)
    {
        string page = NameOf(turner);
        if (page != _page)
        {
            _page = page;
            _pageMs = _rig.NowMs;
        }

        if (_rig.NowMs - _pageMs >= SettledMs && !_pictures.ContainsKey(page))
        {
            _pictures.Add(page, PanelBytes.Of(_rig.Panel));
        }

        // An alarm that has been seen gives way to the other pages, and the button turns to the next one.
        if (_pictures.ContainsKey(page) && _rig.NowMs >= BeginMs)
        {
            turner.Press(ButtonEvent.Short, _rig.NowMs);
        }
    }

    // The first page says something else as long as the firmware has not spoken on the bus.
    private string NameOf(PageTurner turner)
    {
        if (turner.Page == PageKind.Searching && _rig.Monitor.Bus.Role == BusRole.Starting)
        {
            return "listening";
        }

        return turner.Page.ToString().ToLowerInvariant() + (turner.BatteryIndex >= 0 ? $"-{turner.BatteryIndex + 1}" : "");
    }
}
