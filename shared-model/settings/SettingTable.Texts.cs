namespace ValenceNano.Model;

/// <summary>The texts of the settings.</summary>
public static partial class SettingTable
{
    /// <summary>
    /// The keys, by <see cref="SettingId"/>; the labels, which say a person what it means, by the same; groups, units, the words of choices and
    /// the defaults of texts, by <see cref="Word"/>.
    /// </summary>
    public static FlashTexts Texts { get; } = new(
        '\n',
        """
        device_name
        wiring
        capacity_ah
        floor_percent
        time_window_min
        poll_interval_ms
        wake_every_min
        rest_page
        blank_after_min
        cell_high_warn_mv
        cell_high_alarm_mv
        cell_low_warn_mv
        cell_low_alarm_mv
        cell_hot_warn_c
        cell_hot_alarm_c
        charge_cold_alarm_c
        board_hot_warn_c
        board_hot_alarm_c
        cell_spread_warn_mv
        cell_spread_below_ma
        soc_low_warn_percent
        soc_low_alarm_percent
        alarm_after_ms
        web
        mqtt
        mqtt_host
        mqtt_port
        mqtt_user
        mqtt_password
        mqtt_prefix
        """,
        """
        Name of this display
        How the batteries are wired together
        Capacity of one battery, by its label
        State of charge that counts as empty for the time left
        The time left is of the mean current over so long
        From one poll of a battery to the next
        From one look with the wake load to the next
        What the panel rests on: all pages in turn, or the bank
        Dark after so long without a press or a change; 0: never
        Warning: cell voltage above
        Alarm: cell voltage above
        Warning: cell voltage below
        Alarm: cell voltage below
        Warning: cell hotter than
        Alarm: cell hotter than
        Alarm: charged while colder than
        Warning: circuit board hotter than
        Alarm: circuit board hotter than
        Warning: between highest and lowest cell more than
        The spread is judged only below this current
        Warning: state of charge below
        Alarm: state of charge below
        How long a condition must hold before it is told
        The page
        Publishing by MQTT
        Broker: name or address
        Broker: port
        Broker: user
        Broker: password
        What every topic begins with

        Display
        Batteries
        Bus
        Panel
        Alarms
        Network
        Ah
        %
        min
        ms
        mV
        °C
        mA
        series
        parallel
        separate
        round
        bank
        off
        on
        valencenano
        """);

    private enum Word
    {
        Nothing = 2 * (int)SettingId.Count,
        Display,
        Batteries,
        Bus,
        Panel,
        Alarms,
        Network,
        Ah,
        Percent,
        Minutes,
        Milliseconds,
        Millivolts,
        Celsius,
        Milliamperes,
        Series,
        Parallel,
        Separate,
        Round,
        Bank,
        Off,
        On,
        Prefix,
    }
}
