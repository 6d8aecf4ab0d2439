using ValenceNano.Model;

namespace ValenceNano.HostTests.Model.Wake;

/// <summary>When the wake load is on, in virtual time, decided every 100 ms.</summary>
public sealed class WakeLoadTests
{
    private const int IntervalMs = 15 * 60 * 1000;

    private readonly WakeLoad _load = new(new Settings());
    private readonly List<(long FromMs, long ToMs)> _on = [];
    private long _nowMs;

    [Fact]
    public void While_listening_it_never_comes_on()
    {
        Run(24 * 3600 * 1000, isMaster: false, anyLive: _ => false);

        Assert.Empty(_on);
    }

    [Fact]
    public void While_a_battery_answers_it_never_comes_on()
    {
        Run(24 * 3600 * 1000, isMaster: true, anyLive: _ => true);

        Assert.Empty(_on);
    }

    [Fact]
    public void On_a_bus_that_stays_silent_the_load_looks_for_10_s_every_15_min()
    {
        Run(2 * IntervalMs, isMaster: true, anyLive: _ => false);

        Assert.Equal([(10000, 20000), (10000 + IntervalMs, 20000 + IntervalMs)], _on);
    }

    [Fact]
    public void Load_goes_off_as_soon_as_a_battery_answers_and_waits_from_the_last_answer()
    {
        Run(2 * IntervalMs, isMaster: true, anyLive: ms => ms is >= 13000 and <= 30000);

        Assert.Equal([(10000, 13000), (30000 + IntervalMs, 40000 + IntervalMs)], _on);
    }

    [Fact]
    public void Next_look_is_told_from_the_first_moment()
    {
        _load.Update(5000, isMaster: true, anyLive: false);
        Assert.Equal(5000 + WakeLoad.FirstLookMs, _load.NextLookMs);

        Assert.True(_load.Update(15000, isMaster: true, anyLive: false));
        Assert.True(_load.IsOn);
        Assert.Equal(15000 + IntervalMs, _load.NextLookMs);

        Assert.False(_load.Update(16000, isMaster: true, anyLive: true));
        Assert.Equal(16000 + IntervalMs, _load.NextLookMs);
    }

    [Fact]
    public void Another_master_that_is_heard_ends_a_look()
    {
        _load.Update(0, isMaster: true, anyLive: false);
        Assert.True(_load.Update(10000, isMaster: true, anyLive: false));

        Assert.False(_load.Update(11000, isMaster: false, anyLive: false));
        Assert.False(_load.Update(100000, isMaster: true, anyLive: false));
        Assert.Equal(100000 + WakeLoad.FirstLookMs, _load.NextLookMs);
    }

    [Fact]
    public void Day_of_looks_in_vain_costs_half_a_watt_hour()
    {
        Run(24 * 3600 * 1000, isMaster: true, anyLive: _ => false);

        double onHours = _on.Sum(span => span.ToMs - span.FromMs) / 3.6e6;
        Assert.InRange(13.3 * 13.3 / 100 * onHours, 0.46, 0.48);
    }

    [Fact]
    public void Load_is_on_for_a_sixth_of_the_time_at_most()
    {
        var settings = new Settings();
        Assert.False(settings.Set(SettingId.WakeEvery, 0));
        Assert.Equal(6 * WakeLoad.MaxOnMs, SettingTable.Min(SettingId.WakeEvery) * 60_000);
    }

    [Fact]
    public void No_look_is_planned_while_listening()
    {
        _load.Update(0, isMaster: true, anyLive: false);
        _load.Update(1000, isMaster: false, anyLive: false);
        Assert.Equal(WakeLoad.NoLook, _load.NextLookMs);
    }

    private void Run(long untilMs, bool isMaster, Func<long, bool> anyLive)
    {
        long onSinceMs = -1;
        for (; _nowMs < untilMs; _nowMs += 100)
        {
            bool isOn = _load.Update(_nowMs, isMaster, anyLive(_nowMs));
            Assert.False(isOn && anyLive(_nowMs));
            if (isOn && onSinceMs < 0)
            {
                onSinceMs = _nowMs;
            }
            else if (!isOn && onSinceMs >= 0)
            {
                _on.Add((onSinceMs, _nowMs));
                onSinceMs = -1;
            }
        }
    }
}
