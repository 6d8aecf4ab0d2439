using System.Text;
using ValenceNano.Firmware;
using ValenceNano.Network;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Firmware;

public sealed class WifiRadioTests
{
    private readonly VirtualDevice _device = new(new VirtualClock());

    private VirtualWifi Wifi => _device.Wifi;

    [Fact]
    public void Radio_that_nobody_has_set_up_is_off()
    {
        Assert.Equal(RadioMode.Off, Restarted().Mode);
    }

    [Fact]
    public void Station_that_is_kept_counts_from_the_restart_on()
    {
        WifiRadio radio = Restarted();
        Assert.True(radio.SaveStation("Harbour"u8.ToArray(), 7, "moorings42"u8.ToArray(), 10));
        Assert.True(radio.SaveMode(RadioMode.Station));
        Assert.Equal(RadioMode.Off, radio.Mode);

        radio = Restarted();

        Assert.Equal(RadioMode.Station, radio.Mode);
        Assert.Equal("Harbour", StationName(radio));
        Assert.Equal("moorings42", Wifi.Station.Password);
    }

    [Fact]
    public void Address_that_comes_after_the_link_is_found()
    {
        WifiRadio radio = Station();
        radio.Look();
        Assert.Equal(0, radio.Address);

        Wifi.HasLink = true;
        radio.Look();
        Assert.Equal(0, radio.Address);

        Wifi.StationAddress = "192.168.178.57";
        radio.Look();

        Assert.Equal(unchecked((int)0xC0A8B239), radio.Address);
    }

    [Fact]
    public void Address_goes_with_the_link_at_once()
    {
        WifiRadio radio = Connected();

        Wifi.HasLink = false;
        radio.Look();

        Assert.Equal(0, radio.Address);
    }

    [Fact]
    public void Address_that_changes_under_a_link_is_found_within_ten_looks()
    {
        WifiRadio radio = Connected();

        Wifi.StationAddress = "10.0.0.7";
        Look(radio, 10);

        Assert.Equal(0x0A000007, radio.Address);
    }

    [Fact]
    public void Connected_station_fetches_its_interfaces_at_one_of_ten_looks()
    {
        WifiRadio radio = Connected();
        int made = Wifi.InterfacesMade;

        Look(radio, 100);

        Assert.Equal(2 * 10, Wifi.InterfacesMade - made);
    }

    [Fact]
    public void Chip_number_is_the_same_in_every_mode()
    {
        int off = Restarted().ChipNumber;
        int station = Station().ChipNumber;

        WifiRadio radio = AccessPoint();

        Assert.Equal(RadioMode.AccessPoint, radio.Mode);
        Assert.Equal([off, off], new[] { station, radio.ChipNumber });
    }

    [Fact]
    public void Access_point_has_its_own_address_and_counts_who_has_joined()
    {
        WifiRadio radio = AccessPoint();
        Wifi.Phones = 1;
        radio.Look();

        Assert.Equal(WifiControl.OwnAddress, radio.Address);
        Assert.Equal(1, radio.ClientCount);
        Assert.Equal("Valence-3F2A", Wifi.AccessPoint.Name);
        Assert.Equal("GX7KQ2MD", Wifi.AccessPoint.Password);
    }

    [Fact]
    public void Access_point_ends_with_the_mode()
    {
        WifiRadio radio = AccessPoint();
        Assert.True(radio.SaveMode(RadioMode.Off));

        Assert.Equal(RadioMode.Off, Restarted().Mode);
    }

    [Fact]
    public void Search_shows_what_was_found_after_it_has_ended()
    {
        Wifi.Found.AddRange([("Harbour", -55), ("Café", -71)]);
        WifiRadio radio = AccessPoint();
        radio.Scan();
        radio.Look();
        Assert.Equal(0, radio.FoundCount);

        Wifi.EndSearch();
        radio.Look();

        Assert.Equal(["Harbour -55", "Café -71"], Enumerable.Range(0, radio.FoundCount).Select(index => Found(radio, index)));
    }

    [Fact]
    public void Radio_that_can_keep_nothing_says_so()
    {
        WifiRadio radio = Restarted();
        Wifi.CanSave = false;

        Assert.False(radio.SaveStation("Harbour"u8.ToArray(), 7, [], 0));
        Assert.False(radio.SaveAccessPoint("Valence-3F2A"u8.ToArray(), "GX7KQ2MD"u8.ToArray()));
        Assert.False(radio.SaveMode(RadioMode.Station));
    }

    [Fact]
    public void Chip_address_is_that_of_the_station()
    {
        _device.MakeCurrent();

        Assert.Equal("242b32393f2a", Encoding.ASCII.GetString(ChipAddress.Read()));
    }

    private static void Look(WifiRadio radio, int times)
    {
        for (int i = 0; i < times; i++)
        {
            radio.Look();
        }
    }

    private static string StationName(WifiRadio radio)
    {
        var buffer = new byte[32];
        return Encoding.UTF8.GetString(buffer, 0, radio.CopyStationName(buffer));
    }

    private static string Found(WifiRadio radio, int index)
    {
        var buffer = new byte[32];
        return $"{Encoding.UTF8.GetString(buffer, 0, radio.CopyFound(index, buffer))} {radio.SignalDbm(index)}";
    }

    private WifiRadio Restarted()
    {
        _device.MakeCurrent();
        Wifi.Restart();
        return new WifiRadio();
    }

    private WifiRadio Station()
    {
        WifiRadio radio = Restarted();
        radio.SaveStation("Harbour"u8.ToArray(), 7, "moorings42"u8.ToArray(), 10);
        radio.SaveMode(RadioMode.Station);
        return Restarted();
    }

    private WifiRadio Connected()
    {
        WifiRadio radio = Station();
        Wifi.HasLink = true;
        Wifi.StationAddress = "192.168.178.57";
        radio.Look();
        return radio;
    }

    private WifiRadio AccessPoint()
    {
        WifiRadio radio = Restarted();
        radio.SaveAccessPoint("Valence-3F2A"u8.ToArray(), "GX7KQ2MD"u8.ToArray());
        radio.SaveMode(RadioMode.AccessPoint);
        return Restarted();
    }
}
