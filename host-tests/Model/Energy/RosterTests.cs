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

    [Fact]
    public void Entry_of_a_battery_that_still_sleeps_after_a_restart_is_not_the_first_to_be_given_away()
    {
        // One in use all the time, then as many that come and go as there are entries beside it.
        _roster.Attach(Add("0MINE"), out _);
        for (int i = 0; i < Roster.Capacity - 1; i++)
        {
            Battery sold = Add($"{(char)('A' + i)}");
            _roster.Attach(sold, out _);
            _list.Remove(sold);
        }

        BatteryList list = new();
        Roster again = Restart();
        again.Attach(list.AddSerial(Serial("NEW"), 0), out bool isNew);
        Assert.True(isNew);
        again.Attach(list.AddSerial(Serial("0MINE"), 0), out isNew);
        Assert.False(isNew);
        again.Attach(list.AddSerial(Serial("A"), 0), out isNew);
        Assert.True(isNew);
    }

    private Roster Restart()
    {
        var again = new Roster();
        byte[] record = new byte[Roster.Capacity * 16];
        var cursor = new RecordCursor();
        cursor.Begin(record, 0);
        for (int entry = 0; entry < Roster.Capacity; entry++)
        {
            _roster.Write(cursor, entry);
        }

        Assert.Equal(record.Length, cursor.Place);
        cursor.Begin(record, 0);
        for (int entry = 0; entry < Roster.Capacity; entry++)
        {
            again.Read(cursor, entry);
        }

        return again;
    }

    private static byte[] Serial(string text) => Encoding.ASCII.GetBytes(text.PadRight(12, '0'));

    private Battery Add(string serial) => _list.AddSerial(Serial(serial), 0);
}
