using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Desktop;

/// <summary>What has become of each battery since the last look.</summary>
internal sealed class BatteryEvents
{
    private readonly State[] _states = new State[BatteryList.Capacity];

    /// <summary>Writes a line for each battery whose state is another one.</summary>
    public void Look(BatteryList batteries, Action<string> write)
    {
        for (int i = 0; i < batteries.Count; i++)
        {
            Battery battery = batteries[i];
            State before = _states[battery.Place];
            if (before.Generation != battery.Generation)
            {
                // One that has not answered yet is lost, and nothing to tell of.
                before = new State(battery.Generation, BatteryState.Lost, IsFound: false);
            }

            bool isNews = battery.State != before.Last;
            _states[battery.Place] = new State(battery.Generation, battery.State, before.IsFound || isNews);
            if (isNews)
            {
                write($"{NameOf(battery)} {Words(battery.State, before.IsFound)}");
            }
        }
    }

    private static string NameOf(Battery battery)
    {
        string serial = battery.HasSerial ? LineText.Of(BatteryText.AddSerial(new TextLine(), battery.Serial)) : $"bus id {battery.BusId}";
        return $"battery {battery.Number} ({serial})";
    }

    private static string Words(BatteryState state, bool wasFound) => state switch
    {
        BatteryState.Live => wasFound ? "answers again" : "found",
        BatteryState.NoData => "answers, but with nothing that can be shown",
        BatteryState.Asleep => "no longer answers; it is asleep: hardly any current flowed",
        _ => "lost: it no longer answers",
    };

    private readonly record struct State(int Generation, BatteryState Last, bool IsFound);
}
