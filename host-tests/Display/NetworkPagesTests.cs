using System.Text;
using ValenceNano.Display;
using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Display;

/// <summary>Pages of the network, of set-up and of a button that is held.</summary>
public sealed class NetworkPagesTests
{
    private readonly NetworkStatus _network = new();

    [Fact]
    public void Network_with_an_address()
    {
        SetName("Harbour");
        _network.SetState(NetworkState.Connected);
        _network.SetAddress(unchecked((int)0xC0A8B27B));

        Check("network", PageKind.Network);
    }

    [Fact]
    public void Network_with_the_longest_name()
    {
        SetName("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW");
        _network.SetState(NetworkState.Connected);
        _network.SetAddress(unchecked((int)0xDEDEDEDE));

        Check("network-long", PageKind.Network);
        _network.SetState(NetworkState.Lost);
        _network.SetAddress(0);
        Check("network-lost", PageKind.Network);
    }

    [Fact]
    public void Network_that_is_not_found()
    {
        SetName("Harbour");
        _network.SetState(NetworkState.NotFound);

        Check("network-not-found", PageKind.Network);
    }

    [Fact]
    public void Set_up_before_and_after_a_phone_has_joined()
    {
        SetUp();

        Check("setup-join", PageKind.SetUpCode);
        Check("setup-text", PageKind.SetUpText);
        _network.SetJoined(true);
        Check("setup-open", PageKind.SetUpCode);
    }

    [Theory]
    [InlineData(ButtonEvent.Long, "held-search")]
    [InlineData(ButtonEvent.SetUp, "held-setup")]
    [InlineData(ButtonEvent.Reset, "held-reset")]
    public void Button_that_is_held(ButtonEvent held, string name) => Check(name, PageKind.Held, held);

    [Fact]
    public void Button_that_is_held_in_set_up()
    {
        SetUp();

        Check("held-end", PageKind.Held, ButtonEvent.SetUp);
    }

    private void SetName(string name) => _network.SetName(Encoding.ASCII.GetBytes(name), name.Length);

    private void SetUp()
    {
        SetName("Valence-3F2A");
        _network.SetPassword("GULL47WW"u8.ToArray());
        _network.SetAddress(unchecked((int)0xC0A80401));
        _network.SetState(NetworkState.SetUp);
    }

    private void Check(string name, PageKind page, ButtonEvent held = ButtonEvent.None)
    {
        var wire = new VirtualWire(new VirtualClock(), seed: 1);
        var book = new PageBook(new Monitor(wire.OpenPort(), new Settings(), BusRole.Master) { Network = _network }) { Held = held };
        var scratch = new TextLine();
        for (int steps = 0; _network.State != NetworkState.Off && !book.Step(scratch) && steps < 1000; steps++)
        {
        }

        var buffer = new PageBuffer();
        var canvas = new StrictCanvas(buffer, isPage: true);
        book.Draw(canvas, page, -1, beat: true, nowMs: 0);
        TextPicture.Check("page-" + name, buffer);
    }
}
