using ValenceNano.Model;

namespace ValenceNano.Firmware;

/// <summary>
/// What an owner may change: pins and settings. Pins are GPIO numbers of a classic ESP32; those here are free on every
/// module. hardware/wiring.md has the same table, with what each goes to.
/// </summary>
public static class Board
{
    /// <summary>The UART of the bus: 2 or 3. UART 1 belongs to the debugger.</summary>
    public const int BusUart = 2;

    /// <summary>To the transceiver's DI.</summary>
    public const int BusTxPin = 25;

    /// <summary>From the transceiver's RO, 3.3 V.</summary>
    public const int BusRxPin = 26;

    /// <summary>To the transceiver's DE and /RE, joined: the UART's RTS.</summary>
    public const int BusDirectionPin = 27;

    /// <summary>The panel's SDA.</summary>
    public const int PanelDataPin = 21;

    /// <summary>The panel's SCL.</summary>
    public const int PanelClockPin = 22;

    /// <summary>The panel's controller; 128x64 all of them.</summary>
    public const PanelKind PanelKind = PanelKind.Ssd1306;

    /// <summary>The panel's address: 0x3C on most modules, 0x3D on some.</summary>
    public const int PanelAddress = 0x3C;

    /// <summary>True: the panel is mounted upside down.</summary>
    public const bool PanelIsUpsideDown = false;

    /// <summary>The button, to ground when pressed. GPIO 0 is the BOOT button of most boards.</summary>
    public const int ButtonPin = 0;

    /// <summary>The port of the page, where a browser looks for it.</summary>
    public const int WebPort = 80;

    /// <summary>The port on which names are asked for (DNS), while the device is set up.</summary>
    public const int NamePort = 53;

    /// <summary>The port on which an address is asked for (DHCP), while the device is set up.</summary>
    public const int JoinPort = 67;

    /// <summary>The port of whoever asks for one.</summary>
    public const int JoinerPort = 68;

    /// <summary>High switches the wake load on; -1: there is none. 33 is free for it.</summary>
    public const int WakeLoadPin = -1;

    /// <summary>
    /// True: Wi-Fi can be set up (docs/setup.md), and then there are the page and MQTT. False leaves the radio alone, whatever was set up, and saves
    /// the 9 to 13 kB of the chip's memory that they take (docs/performance.md, "The heap of the device").
    /// </summary>
    public static bool HasNetwork => true;

    /// <summary>True: capture lines of all that passes on the bus, on the debug output.</summary>
    public static bool TraceToDebugger => false;

    /// <summary>Capture lines of all that passes on the bus, 115200 baud, on this pin; -1: none. 32 is free for it.</summary>
    public const int TracePin = -1;

    /// <summary>The UART that they come out of: the one of 2 and 3 that is not the bus.</summary>
    public const int TraceUart = BusUart == 2 ? 3 : 2;

    /// <summary>A free pin that the driver wants as the trace UART's input; nothing is read from it.</summary>
    public const int TraceUnusedPin = 35;

    /// <summary>
    /// The settings, with another default where this board wants one: a line for each, such as
    /// <c>settings.ChangeDefault(SettingId.Wiring, (int)BankWiring.Series);</c>. docs/settings.md lists all with their ranges.
    /// </summary>
    public static Settings MakeSettings()
    {
        var settings = new Settings();
        return settings;
    }
}
