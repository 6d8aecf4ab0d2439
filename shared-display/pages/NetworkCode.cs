using ValenceNano.Model;

namespace ValenceNano.Display;

/// <summary>
/// The QR code of what a phone has to do next: join the product's own network, or open its page. It is made a step a turn, whenever the
/// network has changed.
/// </summary>
internal sealed class NetworkCode
{
    private readonly NetworkStatus _network;
    private int _revision = -1;
    private bool _hasText;
    private bool _isMade;

    /// <summary>Makes one that has no code yet.</summary>
    public NetworkCode(NetworkStatus network)
    {
        _network = network;
    }

    /// <summary>The code; good while <see cref="IsThere"/>.</summary>
    public QrCode Code { get; } = new();

    /// <summary>There is something to scan.</summary>
    public bool IsThere => _hasText && Code.IsDone && _revision == _network.Revision;

    /// <summary>Does a little of the work, if there is any.</summary>
    /// <param name="scratch">A line that nobody uses just now.</param>
    /// <returns>True: what is to be scanned is another, as of now.</returns>
    public bool Step(TextLine scratch)
    {
        if (_revision != _network.Revision)
        {
            _revision = _network.Revision;
            AddText(scratch.Clear());
            _hasText = scratch.Length > 0;
            _isMade = !_hasText;
            Code.Begin(scratch.Text, scratch.Length);
        }

        if (_isMade || !Code.Step())
        {
            return false;
        }

        _isMade = true;
        return true;
    }

    /// <summary>Adds the product's address, its numbers with points between them; answers the line.</summary>
    internal static TextLine AddAddress(TextLine line, NetworkStatus network) =>
        AddHalf(AddHalf(line, network, 24).Add((byte)'.'), network, 8);

    /// <summary>Adds two numbers of the address, the first of them from this bit on.</summary>
    internal static TextLine AddHalf(TextLine line, NetworkStatus network, int shift)
    {
        line.Add((network.Address >> shift) & 255, NumberFormat.Whole).Add((byte)'.');
        return line.Add((network.Address >> (shift - 8)) & 255, NumberFormat.Whole);
    }

    /// <summary>Adds where the page is; answers the line.</summary>
    internal static TextLine AddUrl(TextLine line, NetworkStatus network) => AddAddress(line.Add(PageText.Http), network).Add((byte)'/');

    private void AddText(TextLine line)
    {
        NetworkState state = _network.State;
        if (state == NetworkState.SetUp && !_network.IsJoined)
        {
            line.Add(PageText.CodeOfNetwork).Add(_network.Name, 0, _network.NameLength).Add(PageText.CodeOfPassword).Add(_network.Password).Add(PageText.CodeEnd);
        }
        else if (_network.Address != 0 && (state == NetworkState.SetUp || state == NetworkState.Connected))
        {
            AddUrl(line, _network);
        }
    }
}
