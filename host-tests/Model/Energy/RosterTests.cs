using System.Text;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.Energy;

public class RosterTests
{
    private readonly BatteryList _list = new();
    private readonly Roster _roster = new();

    [Fact]
    public void Battery_that_was_forgotten_finds_its_entry_again_by_its_serial()
    {
        Battery first = Add("A");
        Battery second = Add("B");
        int entry = _roster.Attach(first, out bool isNew);
        int other = _roster.Attach(second, out _);
        Assert.True(isNew);
        Assert.NotEqual(entry, other);
        Assert.Equal(entry, _roster.Find(first.Place, first.Generation));

        _list.Remove(first);
        Battery again = Add("C");
        Assert.Equal(-1, _roster.Find(again.Place, again.Generation));
        Assert.NotEqual(entry, _roster.Attach(again, out isNew));
        Assert.True(isNew);
        Assert.Equal(entry, _roster.Attach(Add("A"), out isNew));
        Assert.False(isNew);
    }

    [Fact]
    public void Serial_that_has_been_away_longest_gives_its_entry_to_a_seventeenth()
    {
        for (int i = 0; i < BatteryList.Capacity; i++)
        {
            Battery battery = Add($"{(char)('A' + i)}");
            _roster.Attach(battery, out _);
            _list.Remove(battery);
        }

        int entry = _roster.Attach(Add("Z"), out bool isNew);
        Assert.True(isNew);
        Assert.NotEqual(entry, _roster.Attach(Add("B"), out isNew));
        Assert.False(isNew);
        _roster.Attach(Add("A"), out isNew);
        Assert.True(isNew);
    }

    [Fact]
    public void Battery_without_a_serial_has_an_entry_of_its_own_that_is_not_kept()
    {
        Battery named = Add("A");
        Battery nameless = _list.AddBusId(7);
        int entry = _roster.Attach(named, out _);
        int other = _roster.Attach(nameless, out bool isNew);
        Assert.True(isNew);
        Assert.NotEqual(entry, other);
        Assert.True(_roster.IsKept(entry));
        Assert.False(_roster.IsKept(other));
    }

    private Battery Add(string serial) => _list.AddSerial(Encoding.ASCII.GetBytes(serial.PadRight(12, '0')), 0);
}
