using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ValenceNano.Firmware;
using ValenceNano.HostTests.Display;

namespace ValenceNano.HostTests.Firmware;

/// <summary>hardware/wiring.md names the pins that the firmware uses.</summary>
public sealed class WiringTests
{
    [Fact]
    public void Pin_table_has_every_pin_of_the_board_with_its_number_and_no_other()
    {
        IEnumerable<FieldInfo> fields = typeof(Board).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name.EndsWith("Pin", StringComparison.Ordinal));
        var board = fields.ToDictionary(field => field.Name, field => (int)field.GetValue(null)!);

        string page = File.ReadAllText(Path.Combine(Sources.Root(), "hardware", "wiring.md"));
        var table = Regex.Matches(page, @"^\| *`(\w+Pin)` *\| *(-?\d+) *\|", RegexOptions.Multiline)
            .ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture));

        Assert.InRange(board.Count, 8, 40);
        Assert.Equal(board.OrderBy(pin => pin.Key), table.OrderBy(pin => pin.Key));
    }

    [Fact]
    public void No_two_functions_of_the_board_share_a_pin()
    {
        IEnumerable<int> pins = typeof(Board).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name.EndsWith("Pin", StringComparison.Ordinal))
            .Select(field => (int)field.GetValue(null)!)
            .Where(pin => pin >= 0);

        Assert.Equal(pins.Distinct(), pins);
    }
}
