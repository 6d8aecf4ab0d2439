using System.Net;
using System.Text;
using ValenceNano.Network;

namespace ValenceNano.Simulation;

/// <summary>
/// A radio among networks that are there, switched off, out of reach or want another password. As on the chip, what is saved counts from the
/// restart on, a station connects by itself, and the random numbers of a radio that is off can be foreseen.
/// </summary>
public sealed class VirtualRadio(VirtualClock clock, int seed) : IRadio
{
    /// <summary>From the start, or from when its network is there again, to the address, ms.</summary>
    public const int ConnectMs = 3000;

    /// <summary>How long a search takes, ms.</summary>
    public const int ScanMs = 2500;

    /// <summary>The address of its own network.</summary>
    public const string OwnAddress = "192.168.4.1";

    private readonly Random _random = new(seed);
    private List<VirtualHotspot> _found = [];
    private string _stationName = "";
    private string _stationPassword = "";
    private RadioMode _savedMode;
    private long _reachableSinceMs = -1;
    private long _scanMs = -1;

    /// <summary>The networks around it.</summary>
    public List<VirtualHotspot> Hotspots { get; } = [];

    /// <summary>How many phones have joined its own network.</summary>
    public int Phones { get; set; }

    /// <summary>Name of its own network; an empty one while it has none.</summary>
    public string AccessPointName { get; private set; } = "";

    /// <summary>Password of its own network.</summary>
    public string AccessPointPassword { get; private set; } = "";

    /// <summary>False: nothing can be kept any more.</summary>
    public bool CanSave { get; set; } = true;

    /// <summary>True: a network of its own cannot be kept, all else can.</summary>
    public bool RefusesAccessPoint { get; set; }

    /// <summary>How often the driver was asked.</summary>
    public int Looks { get; private set; }

    /// <inheritdoc/>
    public RadioMode Mode { get; private set; }

    /// <inheritdoc/>
    public int Address { get; private set; }

    /// <inheritdoc/>
    public int ClientCount { get; private set; }

    /// <inheritdoc/>
    public int FoundCount => _found.Count;

    /// <inheritdoc/>
    public int ChipNumber => 0x3F2A;

    /// <summary>Keeps a network as somebody has done who flashed the device with it.</summary>
    public VirtualRadio WithStation(string name, string password)
    {
        (_stationName, _stationPassword, _savedMode, Mode) = (name, password, RadioMode.Station, RadioMode.Station);
        return this;
    }

    /// <summary>What a restart of the device does to it.</summary>
    public void Restart()
    {
        Mode = _savedMode;
        Address = 0;
        ClientCount = 0;
        Phones = 0;
        _reachableSinceMs = -1;
        _scanMs = -1;
        _found = [];
    }

    /// <inheritdoc/>
    public void Look()
    {
        Looks++;
        FinishScan();
        ClientCount = Mode == RadioMode.AccessPoint ? Phones : 0;
        Address = Mode == RadioMode.AccessPoint ? Number(OwnAddress) : Mode == RadioMode.Station ? StationAddress() : 0;
    }

    /// <inheritdoc/>
    public void Scan() => _scanMs = clock.NowMs;

    /// <inheritdoc/>
    public int CopyFound(int index, byte[] buffer) => Copy(_found[index].Name, buffer);

    /// <inheritdoc/>
    public int SignalDbm(int index) => _found[index].SignalDbm;

    /// <inheritdoc/>
    public int CopyStationName(byte[] buffer) => Copy(_stationName, buffer);

    /// <inheritdoc/>
    public bool SaveStation(byte[] name, int nameLength, byte[] password, int passwordLength)
    {
        if (CanSave)
        {
            _stationName = Encoding.UTF8.GetString(name, 0, nameLength);
            _stationPassword = Encoding.UTF8.GetString(password, 0, passwordLength);
        }

        return CanSave;
    }

    /// <inheritdoc/>
    public bool SaveAccessPoint(byte[] name, byte[] password)
    {
        bool canSave = CanSave && !RefusesAccessPoint;
        if (canSave)
        {
            AccessPointName = Encoding.ASCII.GetString(name);
            AccessPointPassword = Encoding.ASCII.GetString(password);
        }

        return canSave;
    }

    /// <inheritdoc/>
    public bool SaveMode(RadioMode mode)
    {
        _savedMode = CanSave ? mode : _savedMode;
        return CanSave;
    }

    /// <inheritdoc/>
    public int RandomByte() => Mode == RadioMode.Off ? 0 : _random.Next(256);

    private static int Copy(string text, byte[] buffer) => Encoding.UTF8.GetBytes(text, buffer);

    private static int Number(string address) => IPAddress.NetworkToHostOrder(BitConverter.ToInt32(IPAddress.Parse(address).GetAddressBytes()));

    private int StationAddress()
    {
        VirtualHotspot? own = Hotspots.Find(one => one.IsInReach && one.Name == _stationName && one.Password == _stationPassword);
        if (own == null)
        {
            _reachableSinceMs = -1;
            return 0;
        }

        _reachableSinceMs = _reachableSinceMs < 0 ? clock.NowMs : _reachableSinceMs;
        return clock.NowMs - _reachableSinceMs >= ConnectMs ? Number(own.Address) : 0;
    }

    private void FinishScan()
    {
        if (_scanMs >= 0 && clock.NowMs - _scanMs >= ScanMs)
        {
            _scanMs = -1;
            _found = [.. Hotspots.Where(one => one.IsInReach).OrderByDescending(one => one.SignalDbm)];
        }
    }
}
