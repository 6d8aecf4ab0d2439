using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The fixed pieces of a discovery message; names, topics and numbers stand between them.</summary>
internal static class DiscoveryPiece
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
    public const int AttributesTemplate = 22;
    public const int AttributesEnd = 23;
    public const int Measurement = 24;
    public const int Total = 25;
    public const int Unit = 26;
    public const int Precision = 27;
    public const int Disabled = 28;
    public const int Diagnostic = 29;
    public const int Expiry = 30;

    private static readonly FlashTexts _all = new(
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
        ,"device_class":"problem","payload_on":"True","payload_off":"False","json_attributes_topic":"
        ","json_attributes_template":"{{ {'text': value_json.
        } | tojson }}"
        ,"state_class":"measurement"
        ,"state_class":"total_increasing"
        ,"unit_of_measurement":"
        ,"suggested_display_precision":
        ","enabled_by_default":false
        ,"entity_category":"diagnostic"
        ,"expire_after":
        """);

    /// <summary>Writes one.</summary>
    public static void Write(JsonWriter json, int piece) => json.Raw(_all, piece);
}
