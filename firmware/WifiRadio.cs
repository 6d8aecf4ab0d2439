using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using System.Text;
using ValenceNano.Network;

namespace ValenceNano.Firmware;

/// <summary>
/// The chip's radio, by the platform's own configuration: what stands there counts from the restart on, and the driver connects by itself.
/// </summary>
public sealed class WifiRadio : IRadio
{
    private const string OwnAddress = "192.168.4.1";
    private const string OwnMask = "255.255.255.0";

    /// <summary>How many may be in its own network at once: each takes RAM of the driver.</summary>
    private const byte MaxClients = 2;

    private const int MaxFound = 16;

    /// <summary>An address that is known is fetched anew at each of so many looks: that makes some 600 bytes of garbage.</summary>
    private const int LooksAnAddress = 10;

    private readonly Random _random = new();
    private readonly NetworkInterfaceType _kind;
    private WifiAdapter _adapter;
    private WifiAvailableNetwork[] _found = [];
    private bool _hasFound;
    private int _looks;

    /// <summary>Looks how the platform has started the radio.</summary>
    public WifiRadio()
    {
        Mode = ModeOf(AccessPoint().Options, Station().Options);
        _kind = Mode == RadioMode.AccessPoint ? NetworkInterfaceType.WirelessAP : NetworkInterfaceType.Wireless80211;
        byte[] address = InterfaceOf(NetworkInterfaceType.Wireless80211).PhysicalAddress;
        ChipNumber = (address[4] << 8) | address[5];
    }

    /// <inheritdoc/>
    public RadioMode Mode { get; }

    /// <inheritdoc/>
    public int Address { get; private set; }

    /// <inheritdoc/>
    public int ClientCount { get; private set; }

    /// <inheritdoc/>
    public int FoundCount => _found.Length < MaxFound ? _found.Length : MaxFound;

    /// <inheritdoc/>
    public int ChipNumber { get; }

    /// <inheritdoc/>
    public void Look()
    {
        try
        {
            LookAtAddress();
            if (Mode == RadioMode.AccessPoint)
            {
                ClientCount = AccessPoint().GetConnectedStations().Length;
            }

            if (_hasFound)
            {
                _hasFound = false;
                _found = _adapter.NetworkReport.AvailableNetworks;
            }
        }
        catch (Exception)
        {
            Address = 0;
        }
    }

    // An interface has the address that was when it was fetched; whether there is a network at all is told without fetching any.
    private void LookAtAddress()
    {
        if (!NetworkInterface.GetIsNetworkAvailable())
        {
            Address = 0;
        }
        else if (Address == 0 || ++_looks >= LooksAnAddress)
        {
            _looks = 0;
            Address = NumberOf(InterfaceOf(_kind).IPv4Address);
        }
    }

    /// <inheritdoc/>
    public void Scan()
    {
        try
        {
            if (_adapter == null)
            {
                _adapter = WifiAdapter.FindAllAdapters()[0];
                _adapter.AvailableNetworksChanged += OnFound;
            }

            _adapter.ScanAsync();
        }
        catch (Exception)
        {
            // One that is under way already will do; the page asks again.
        }
    }

    /// <inheritdoc/>
    public int CopyFound(int index, byte[] buffer) => Copy(_found[index].Ssid, buffer);

    /// <inheritdoc/>
    public int SignalDbm(int index) => (int)_found[index].NetworkRssiInDecibelMilliwatts;

    /// <inheritdoc/>
    public int CopyStationName(byte[] buffer) => Copy(Station().Ssid, buffer);

    /// <inheritdoc/>
    public bool SaveStation(byte[] name, int nameLength, byte[] password, int passwordLength)
    {
        try
        {
            Wireless80211Configuration station = Station();
            station.Ssid = TextOf(name, nameLength);
            station.Password = TextOf(password, passwordLength);
            station.Authentication = passwordLength > 0 ? AuthenticationType.WPA2 : AuthenticationType.Open;
            station.Encryption = passwordLength > 0 ? EncryptionType.WPA2_PSK : EncryptionType.None;
            station.SaveConfiguration();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool SaveAccessPoint(byte[] name, byte[] password)
    {
        try
        {
            WirelessAPConfiguration own = AccessPoint();
            own.Ssid = TextOf(name, name.Length);
            own.Password = TextOf(password, password.Length);
            own.Authentication = AuthenticationType.WPA2;
            own.Encryption = EncryptionType.WPA2_PSK;
            own.MaxConnections = MaxClients;
            own.SaveConfiguration();
            InterfaceOf(NetworkInterfaceType.WirelessAP).EnableStaticIPv4(OwnAddress, OwnMask, OwnAddress);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool SaveMode(RadioMode mode)
    {
        try
        {
            WirelessAPConfiguration own = AccessPoint();
            own.Options = mode == RadioMode.AccessPoint
                ? WirelessAPConfiguration.ConfigurationOptions.AutoStart
                : WirelessAPConfiguration.ConfigurationOptions.Disable;
            own.SaveConfiguration();
            Wireless80211Configuration station = Station();
            station.Options = StationOptions(mode, station.Ssid);
            station.SaveConfiguration();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public int RandomByte() => _random.Next(256);

    // An access point whose station is not enabled cannot search for networks; one that connects would leave its channel.
    private static Wireless80211Configuration.ConfigurationOptions StationOptions(RadioMode mode, string name) =>
        mode == RadioMode.Off ? Wireless80211Configuration.ConfigurationOptions.Disable
        : mode == RadioMode.Station && name != null && name.Length > 0 ? Wireless80211Configuration.ConfigurationOptions.AutoConnect
        : Wireless80211Configuration.ConfigurationOptions.Enable;

    private static RadioMode ModeOf(
        WirelessAPConfiguration.ConfigurationOptions own, Wireless80211Configuration.ConfigurationOptions station) =>
        (own & WirelessAPConfiguration.ConfigurationOptions.Enable) != 0 ? RadioMode.AccessPoint
        : (station & Wireless80211Configuration.ConfigurationOptions.Enable) != 0 ? RadioMode.Station
        : RadioMode.Off;

    private static Wireless80211Configuration Station() => Wireless80211Configuration.GetAllWireless80211Configurations()[0];

    private static WirelessAPConfiguration AccessPoint() => WirelessAPConfiguration.GetAllWirelessAPConfigurations()[0];

    private static NetworkInterface InterfaceOf(NetworkInterfaceType type)
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        int i = 0;
        while (i < all.Length - 1 && all[i].NetworkInterfaceType != type)
        {
            i++;
        }

        return all[i];
    }

    // "192.168.4.1"; "0.0.0.0" while it has none.
    private static int NumberOf(string address)
    {
        int number = 0;
        int part = 0;
        for (int i = 0; i < address.Length; i++)
        {
            char c = address[i];
            if (c == '.')
            {
                number = (number << 8) | part;
                part = 0;
            }
            else
            {
                part = (part * 10) + c - '0';
            }
        }

        return (number << 8) | part;
    }

    private static string TextOf(byte[] bytes, int count) => Encoding.UTF8.GetString(bytes, 0, count);

    private static int Copy(string text, byte[] buffer)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text ?? "");
        int count = bytes.Length < buffer.Length ? bytes.Length : buffer.Length;
        Array.Copy(bytes, 0, buffer, 0, count);
        return count;
    }

    // On a thread of the driver's: it sets one flag.
    private void OnFound(WifiAdapter sender, object e) => _hasFound = true;
}
