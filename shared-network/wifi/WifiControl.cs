using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// Runs the radio: tells what has become of the network, and takes the device through set-up. A state machine that reads no clock; it never
/// connects, since the driver does that by itself, and a lost network costs one look a second.
/// </summary>
public sealed class WifiControl
{
    /// <summary>The driver is asked this often, ms.</summary>
    public const int LookMs = 1000;

    /// <summary>Without an address for so long since the start, name or password may be wrong, ms.</summary>
    public const int SlowMs = 30000;

    /// <summary>Set-up ends when nobody has been in its network for so long, ms.</summary>
    public const int MaxAloneMs = 600000;

    /// <summary>From what is decided to the restart, ms: an answer must still get out, and the panel be read.</summary>
    public const int RestartDelayMs = 2000;

    /// <summary>192.168.4.1: what it is in its own network, its first number in the highest byte.</summary>
    public const int OwnAddress = unchecked((int)0xC0A80401);

    // No two of them look alike, and there are as many as five bits can say.
    private const string PasswordLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const string NamePrefix = "Valence-";

    private readonly IRadio _radio;
    private readonly IStore _store;
    private bool _hasStarted;
    private bool _hadClient;
    private long _lookMs;
    private long _sinceMs;
    private long _restartMs;

    /// <summary>Makes one that has not touched the radio yet.</summary>
    /// <param name="radio">The radio.</param>
    /// <param name="store">Where set-up keeps what it must know after a restart; null: nowhere, and a radio that is off stays off.</param>
    public WifiControl(IRadio radio, IStore store)
    {
        _radio = radio;
        _store = store;
    }

    /// <summary>What there is to tell of it.</summary>
    public NetworkStatus Status { get; } = new();

    /// <summary>
    /// The network can be used. Only then may a socket be touched: without a network every call of the driver throws, and of an access
    /// point that nobody has joined yet too.
    /// </summary>
    public bool IsUp => Status.State == NetworkState.Connected || (IsSetUp && _hadClient);

    /// <summary>It is an access point of its own, to be set up.</summary>
    public bool IsSetUp => _hasStarted && _radio.Mode == RadioMode.AccessPoint;

    /// <summary>The radio, for what it finds.</summary>
    public IRadio Radio => _radio;

    /// <summary>Looks at what has changed.</summary>
    /// <param name="nowMs">Time since start-up, ms.</param>
    /// <returns>True: the device is to restart now.</returns>
    public bool Poll(long nowMs)
    {
        if (!_hasStarted)
        {
            _hasStarted = true;
            Start(nowMs);
        }

        if (Status.State == NetworkState.Restarting)
        {
            return nowMs >= _restartMs;
        }

        if (_radio.Mode != RadioMode.Off && nowMs >= _lookMs)
        {
            _lookMs = nowMs + LookMs;
            _radio.Look();
            Status.SetAddress(_radio.Address);
            if (_radio.Mode == RadioMode.Station)
            {
                JudgeStation(nowMs);
            }
            else
            {
                JudgeClients(nowMs);
            }
        }

        return false;
    }

    /// <summary>Has the device restart as an access point of its own, unless it is one.</summary>
    public void BeginSetUp(long nowMs)
    {
        if (IsSetUp || Status.State == NetworkState.Restarting)
        {
            return;
        }

        Prepare(new WifiRecord(_store) { IsWanted = true, ModeBefore = _radio.Mode }, nowMs);
    }

    /// <summary>Keeps another network, and has the device restart in it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="nameLength">1..32 bytes.</param>
    /// <param name="password">Its password.</param>
    /// <param name="passwordLength">8..63; 0: it has none.</param>
    /// <param name="nowMs">As in <see cref="Poll"/>.</param>
    /// <returns>False: it could not be kept.</returns>
    public bool Join(byte[] name, int nameLength, byte[] password, int passwordLength, long nowMs)
    {
        if (!_radio.SaveStation(name, nameLength, password, passwordLength))
        {
            return false;
        }

        RestartAs(RadioMode.Station, new WifiRecord(_store), nowMs);
        return true;
    }

    /// <summary>Ends set-up: the device restarts as what it was.</summary>
    public void EndSetUp(long nowMs) => GoBack(new WifiRecord(_store), nowMs);

    /// <summary>Forgets the network and the access point's password, and has the device restart without.</summary>
    public void Forget(long nowMs)
    {
        byte[] none = [];
        _radio.SaveStation(none, 0, none, 0);
        var record = new WifiRecord(_store);
        record.Clear();
        RestartAs(RadioMode.Off, record, nowMs);
    }

    private void Start(long nowMs)
    {
        _sinceMs = nowMs;
        if (_radio.Mode == RadioMode.Off)
        {
            return;
        }

        var record = new WifiRecord(_store);
        bool isStation = _radio.Mode == RadioMode.Station;
        if (!isStation && record.HasPassword)
        {
            StartSetUp(record);
        }
        else if (!isStation || record.IsWanted)
        {
            Prepare(record, nowMs);
        }

        if (isStation && Status.State != NetworkState.Restarting)
        {
            StartStation();
        }
    }

    private void StartStation()
    {
        var name = new byte[NetworkStatus.MaxNameLength];
        Status.SetName(name, _radio.CopyStationName(name));
        Status.SetState(NetworkState.Connecting);
    }

    private void StartSetUp(WifiRecord record)
    {
        byte[] name = AccessPointName();
        Status.SetName(name, name.Length);
        Status.SetPassword(record.CopyPassword());
        Status.SetState(NetworkState.SetUp);
        // Before anybody joins: it makes the radio leave its channel for a while.
        _radio.Scan();
    }

    // To become an access point it needs a password that nobody can guess, and for that a radio that runs: one restart more the first time.
    private void Prepare(WifiRecord record, long nowMs)
    {
        RadioMode next = RadioMode.Station;
        bool isPasswordKept = record.HasPassword;
        if (!record.HasPassword && _radio.Mode != RadioMode.Off)
        {
            DrawPassword(record);
        }

        if (record.HasPassword && _radio.SaveAccessPoint(AccessPointName(), record.CopyPassword()))
        {
            next = RadioMode.AccessPoint;
        }
        else if (_radio.Mode != RadioMode.Off)
        {
            // One that cannot be kept now is none after a restart either.
            GoBack(record, nowMs);
            return;
        }

        // Else nobody would know any more after the restart what it was for; an access point is set up by its password alone.
        if (record.Save() || (isPasswordKept && next == RadioMode.AccessPoint))
        {
            SaveAndRestart(next, record, nowMs);
        }
        else if (_radio.Mode != RadioMode.Off)
        {
            GoBack(record, nowMs);
        }
    }

    private void DrawPassword(WifiRecord record)
    {
        string letters = PasswordLetters;
        var password = new byte[WifiRecord.PasswordLength];
        for (int i = 0; i < password.Length; i++)
        {
            password[i] = (byte)letters[_radio.RandomByte() & 31];
        }

        record.SetPassword(password);
    }

    private byte[] AccessPointName()
    {
        int prefix = NamePrefix.Length;
        var name = new byte[prefix + 4];
        FlashText.Copy(NamePrefix, name, 0);
        for (int i = 0; i < 4; i++)
        {
            int digit = (_radio.ChipNumber >> (12 - (4 * i))) & 15;
            name[prefix + i] = (byte)(digit < 10 ? '0' + digit : 'A' - 10 + digit);
        }

        return name;
    }

    private void GoBack(WifiRecord record, long nowMs)
    {
        RadioMode before = record.ModeBefore == RadioMode.Station ? RadioMode.Station : RadioMode.Off;
        record.IsWanted = false;
        record.Save();
        if (_radio.Mode != before)
        {
            SaveAndRestart(before, record, nowMs);
        }
    }

    private void RestartAs(RadioMode mode, WifiRecord record, long nowMs)
    {
        record.IsWanted = false;
        record.Save();
        SaveAndRestart(mode, record, nowMs);
    }

    // What cannot be kept changes nothing: a restart would only come back here.
    private void SaveAndRestart(RadioMode mode, WifiRecord record, long nowMs)
    {
        if (!_radio.SaveMode(mode))
        {
            record.IsWanted = false;
            record.Save();
            return;
        }

        _restartMs = nowMs + RestartDelayMs;
        Status.SetState(NetworkState.Restarting);
    }

    private void JudgeStation(long nowMs)
    {
        NetworkState state = Status.State;
        if (_radio.Address != 0)
        {
            state = NetworkState.Connected;
        }
        else if (state == NetworkState.Connected)
        {
            state = NetworkState.Lost;
        }
        else if (state == NetworkState.Connecting && nowMs - _sinceMs >= SlowMs)
        {
            state = NetworkState.NotFound;
        }

        Status.SetState(state);
    }

    private void JudgeClients(long nowMs)
    {
        bool isJoined = _radio.ClientCount > 0;
        Status.SetJoined(isJoined);
        if (isJoined)
        {
            _hadClient = true;
            _sinceMs = nowMs;
        }
        else if (nowMs - _sinceMs >= MaxAloneMs)
        {
            EndSetUp(nowMs);
        }
    }
}
