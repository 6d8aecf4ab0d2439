using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>
/// The fixed texts of what is published: pieces of a discovery message, between which names, topics and numbers stand; words of topics; the
/// keys that a Victron GX takes. On the device two bytes each.
/// </summary>
internal static class MqttText
{
    // Of the device.
    public const int Device = 0;
    public const int DeviceName = 1;
    public const int Display = 2;
    public const int DisplayName = 3;
    public const int Battery = 4;
    public const int BatteryName = 5;
    public const int Via = 6;
    public const int Origin = 7;
    public const int StateTopic = 8;
    public const int Availability = 9;
    public const int NextAvailability = 10;
    public const int Components = 11;
    public const int End = 12;

    // Of an entity.
    public const int Sensor = 13;
    public const int BinarySensor = 14;
    public const int UniqueId = 15;
    public const int Template = 16;
    public const int TemplateEnd = 17;
    public const int DeviceClass = 18;
    public const int Time = 19;
    public const int Choice = 20;
    public const int Flag = 21;
    public const int Attributes = 22;
    public const int AttributesTemplate = 23;
    public const int AttributesEnd = 24;
    public const int Measurement = 25;
    public const int Total = 26;
    public const int Unit = 27;
    public const int Precision = 28;
    public const int Disabled = 29;
    public const int Diagnostic = 30;
    public const int Expiry = 31;

    // Of topics.
    public const int ProductWord = 32;
    public const int DiscoveryWord = 33;
    public const int ConfigWord = 34;
    public const int BatteryWord = 35;
    public const int StatusWord = 36;
    public const int BankWord = 37;
    public const int BusWord = 38;
    public const int VenusWord = 39;

    // Keys of what a Victron GX takes.
    public const int Dc = 40;
    public const int Power = 41;
    public const int Voltage = 42;
    public const int Current = 43;
    public const int Temperature = 44;
    public const int Soc = 45;
    public const int Installed = 46;
    public const int Capacity = 47;
    public const int TimeToGo = 48;
    public const int SystemKey = 49;
    public const int MinCell = 50;
    public const int MinCellId = 51;
    public const int MaxCell = 52;
    public const int MaxCellId = 53;
    public const int Online = 54;
    public const int Offline = 55;
    public const int Alarms = 56;
    public const int HighVoltage = 57;
    public const int LowCell = 58;
    public const int HighTemperature = 59;
    public const int LowTemperature = 60;
    public const int LowSoc = 61;
    public const int Imbalance = 62;

    // Of packets.
    public const int Protocol = 63;
    public const int Birth = 64;
    public const int OnlineWord = 65;
    public const int OfflineWord = 66;

    /// <summary>The texts by their places. Several strings: the longer one is, the longer it takes to copy from it.</summary>
    public static readonly FlashTexts All = new(
        '\n',
        $$$"""
        {"dev":{"ids":"
        ","name":
        ,"mf":"ValenceNano","mdl":"Battery display","sw":"{{{DeviceFacts.Version}}}
        "ValenceNano"
        ,"mf":"Valence","mdl":"U-Charge","sn":
        "Battery
        ,"via_device":"
        "},"o":{"name":"ValenceNano","sw":"{{{DeviceFacts.Version}}}"}
        ,"state_topic":"
        ","availability_mode":"all","availability":[{"topic":"
        "},{"topic":"
        "}],"cmps":{
        }}
        {"p":"sensor","name":"
        {"p":"binary_sensor","name":"
        ","unique_id":"
        ","value_template":"{{ value_json.
         }}"
        ,"device_class":"
        ,"device_class":"timestamp"
        ,"device_class":"enum","options":[
        ,"device_class":"problem","payload_on":"True","payload_off":"False"
        ,"json_attributes_topic":"
        ","json_attributes_template":"{{ {'text': value_json.
        } | tojson }}"
        ,"state_class":"measurement"
        ,"state_class":"total_increasing"
        ,"unit_of_measurement":"
        ,"suggested_display_precision":
        ","enabled_by_default":false
        ,"entity_category":"diagnostic"
        ,"expire_after":
        """,
        $"""
        valencenano
        homeassistant/device/
        /config
        /battery/
        /status
        /bank
        /bus
        /venus
        Dc
        Power
        Voltage
        Current
        Temperature
        Soc
        InstalledCapacity
        Capacity
        TimeToGo
        System
        MinCellVoltage
        MinVoltageCellId
        MaxCellVoltage
        MaxVoltageCellId
        NrOfModulesOnline
        NrOfModulesOffline
        Alarms
        HighVoltage
        LowCellVoltage
        HighTemperature
        LowChargeTemperature
        LowSoc
        CellImbalance
        MQTT
        {TopicNames.Birth}
        {Presence.Online}
        {Presence.Offline}
        """);

    /// <summary>Writes one.</summary>
    public static void Write(JsonWriter json, int piece) => json.Raw(All, piece);
}
