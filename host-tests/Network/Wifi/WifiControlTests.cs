using System.Text;
using ValenceNano.Model;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Network.Wifi;

public sealed class WifiControlTests
{
    private readonly WifiBench _bench = new();

    private VirtualRadio Radio => _bench.Radio;

    [Fact]
    public void Radio_that_nobody_has_set_up_is_off_and_left_alone()
    {
        _bench.Pass(120);

        Assert.Equal(NetworkState.Off, _bench.State);
        Assert.Equal(0, Radio.Looks);
        Assert.False(_bench.Control.IsUp);
    }

    [Fact]
    public void Station_connects_by_itself_and_tells_name_and_address()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.Pass(10);

        Assert.Equal([(0, NetworkState.Connecting), (3000, NetworkState.Connected)], _bench.States);
        Assert.Equal("Harbour", _bench.Name);
        Assert.Equal(unchecked((int)0xC0A8B239), _bench.Control.Status.Address);
        Assert.True(_bench.Control.IsUp);
    }

    [Fact]
    public void Network_that_is_lost_costs_one_look_a_second_and_no_restart()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.Pass(10);
        _bench.HomeSpot.IsInReach = false;
        int looks = Radio.Looks;
        _bench.Pass(3600);

        Assert.Equal(NetworkState.Lost, _bench.State);
        Assert.InRange(Radio.Looks - looks, 3599, 3601);
        Assert.Equal(0, _bench.Restarts);
        Assert.False(_bench.Control.IsUp);
    }

    [Fact]
    public void Network_that_comes_back_may_give_another_address()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.Pass(10);
        _bench.HomeSpot.IsInReach = false;
        _bench.Pass(10);
        (_bench.HomeSpot.IsInReach, _bench.HomeSpot.Address) = (true, "10.0.0.7");
        _bench.Pass(10);

        Assert.Equal(0x0A000007, _bench.Control.Status.Address);
        Assert.Equal(
            [NetworkState.Connecting, NetworkState.Connected, NetworkState.Lost, NetworkState.Connected], _bench.States.Select(s => s.State));
    }

    [Theory]
    [InlineData("Harbour", "wrong-password")]
    [InlineData("Elsewhere", "moorings42")]
    public void Station_that_never_connects_is_told_after_half_a_minute(string name, string password)
    {
        Radio.WithStation(name, password);
        _bench.Pass(120);

        Assert.Equal([(0, NetworkState.Connecting), (WifiControl.SlowMs, NetworkState.NotFound)], _bench.States);
    }

    [Fact]
    public void Set_up_of_a_radio_that_is_off_takes_two_restarts_for_an_unforeseeable_password()
    {
        _bench.SetUp();

        Assert.Equal(2, _bench.Restarts);
        Assert.Equal(NetworkState.SetUp, _bench.State);
        Assert.Equal("Valence-3F2A", _bench.Name);
        Assert.Equal("Valence-3F2A", Radio.AccessPointName);
        string password = Encoding.ASCII.GetString(_bench.Control.Status.Password);
        Assert.Equal(Radio.AccessPointPassword, password);
        Assert.Matches("^[A-HJ-NP-Z2-9]{8}$", password);
        // What a radio that is off would have drawn.
        Assert.NotEqual("AAAAAAAA", password);
    }

    [Fact]
    public void Password_of_the_access_point_stays_the_same()
    {
        _bench.SetUp();
        string first = Radio.AccessPointPassword;
        _bench.Control.EndSetUp(_bench.NowMs);
        _bench.Pass(5);
        Assert.Equal(NetworkState.Off, _bench.State);
        int restarts = _bench.Restarts;
        _bench.SetUp();

        Assert.Equal(first, Radio.AccessPointPassword);
        Assert.Equal(restarts + 1, _bench.Restarts);
    }

    [Fact]
    public void Network_is_used_in_set_up_only_once_a_phone_has_joined()
    {
        _bench.SetUp();
        bool before = _bench.Control.IsUp;
        Radio.Phones = 1;
        _bench.Pass(2);
        bool joined = _bench.Control.Status.IsJoined;
        Radio.Phones = 0;
        _bench.Pass(2);

        Assert.False(before);
        Assert.True(joined);
        Assert.True(_bench.Control.IsUp);
        Assert.False(_bench.Control.Status.IsJoined);
    }

    [Fact]
    public void Set_up_ends_when_another_network_is_saved()
    {
        _bench.SetUp();

        Assert.True(_bench.Join(WifiBench.Home, WifiBench.HomePassword));
        _bench.Pass(10);

        Assert.Equal(NetworkState.Connected, _bench.State);
        Assert.Equal(RadioMode.Station, Radio.Mode);
    }

    [Theory]
    [InlineData(false, NetworkState.Off)]
    [InlineData(true, NetworkState.Connected)]
    public void Set_up_that_nobody_uses_ends_after_10_minutes_as_what_it_was(bool hadNetwork, NetworkState expected)
    {
        if (hadNetwork)
        {
            Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        }

        _bench.SetUp();
        _bench.Pass((WifiControl.MaxAloneMs / 1000) - 12);
        Assert.Equal(NetworkState.SetUp, _bench.State);
        _bench.Pass(20);

        Assert.Equal(expected, _bench.State);
    }

    [Fact]
    public void Set_up_goes_on_while_a_phone_is_there()
    {
        _bench.SetUp();
        Radio.Phones = 1;
        _bench.Pass(2 * WifiControl.MaxAloneMs / 1000);

        Assert.Equal(NetworkState.SetUp, _bench.State);
    }

    [Fact]
    public void Power_that_fails_during_set_up_leaves_it_in_set_up()
    {
        _bench.SetUp();
        string password = Radio.AccessPointPassword;
        _bench.Restart();
        _bench.Pass(5);

        Assert.Equal(NetworkState.SetUp, _bench.State);
        Assert.Equal(password, Encoding.ASCII.GetString(_bench.Control.Status.Password));
    }

    [Fact]
    public void Radio_that_keeps_nothing_is_not_restarted_for_ever()
    {
        Radio.CanSave = false;
        _bench.SetUp();
        _bench.Pass(60);

        Assert.Equal(0, _bench.Restarts);
        Assert.Equal(NetworkState.Off, _bench.State);
        Assert.False(_bench.Join(WifiBench.Home, WifiBench.HomePassword));
    }

    [Theory]
    [InlineData(false, NetworkState.Off)]
    [InlineData(true, NetworkState.Connected)]
    public void Access_point_that_cannot_be_kept_leaves_the_radio_as_it_was(bool hadNetwork, NetworkState expected)
    {
        if (hadNetwork)
        {
            Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        }

        Radio.RefusesAccessPoint = true;
        _bench.SetUp();
        _bench.Pass(60);

        Assert.InRange(_bench.Restarts, 0, 2);
        Assert.Equal(expected, _bench.State);
    }

    [Fact]
    public void Set_up_whose_password_cannot_be_kept_leaves_the_station_as_it_was()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.Store.BytesLeft = -1;
        _bench.SetUp();
        _bench.Pass(60);

        Assert.Equal((0, NetworkState.Connected), (_bench.Restarts, _bench.State));
    }

    [Fact]
    public void Access_point_whose_password_is_gone_and_cannot_be_kept_anew_ends_in_one_restart()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.SetUp();
        _bench.Store.Records.Clear();
        _bench.Store.BytesLeft = -1;
        int before = _bench.Restarts;
        _bench.Restart();
        _bench.Pass(60);

        Assert.Equal((2, NetworkState.Off), (_bench.Restarts - before, _bench.State));
    }

    [Fact]
    public void Access_point_whose_password_is_kept_is_set_up_though_nothing_more_can_be()
    {
        _bench.SetUp();
        _bench.Control.EndSetUp(_bench.NowMs);
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.Pass(10);
        _bench.Store.BytesLeft = -1;
        _bench.SetUp();

        Assert.Equal(NetworkState.SetUp, _bench.State);
    }

    [Fact]
    public void Set_up_that_cannot_be_remembered_restarts_nothing()
    {
        var control = new WifiControl(Radio, store: null);
        control.Poll(0);
        control.BeginSetUp(1000);

        Assert.False(control.Poll(60_000));
        Assert.Equal(NetworkState.Off, control.Status.State);
    }

    [Fact]
    public void What_is_forgotten_is_gone_after_the_restart()
    {
        Radio.WithStation(WifiBench.Home, WifiBench.HomePassword);
        _bench.SetUp();
        string password = Radio.AccessPointPassword;
        _bench.Control.Forget(_bench.NowMs);
        _bench.Pass(10);

        Assert.Equal(NetworkState.Off, _bench.State);
        Assert.Equal(0, Radio.CopyStationName(new byte[32]));
        _bench.SetUp();
        Assert.NotEqual(password, Radio.AccessPointPassword);
    }
}
