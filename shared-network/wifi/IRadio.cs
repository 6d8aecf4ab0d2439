namespace ValenceNano.Network;

/// <summary>
/// The radio and what it keeps over a restart. It connects by itself, at the start and after each loss; what is saved counts from the next
/// restart on. Nothing here waits for the network, and nothing throws.
/// </summary>
public interface IRadio
{
    /// <summary>What it was started as.</summary>
    RadioMode Mode { get; }

    /// <summary>The product's IPv4 address, its first number in the highest byte; 0: none. As the last <see cref="Look"/> has found it.</summary>
    int Address { get; }

    /// <summary>How many have joined its own network; as the last <see cref="Look"/> has found it.</summary>
    int ClientCount { get; }

    /// <summary>How many networks the last search has found.</summary>
    int FoundCount { get; }

    /// <summary>
    /// A number of the chip, other than that of other chips and the same in every mode (the address of its access point is another one than
    /// the station's); the last 16 bits count.
    /// </summary>
    int ChipNumber { get; }

    /// <summary>Asks the driver what has become of the network. It allocates, so it is done about once a second.</summary>
    void Look();

    /// <summary>Begins a search for networks; what it finds comes in some seconds.</summary>
    void Scan();

    /// <summary>The name of a network that was found.</summary>
    /// <param name="index">0..<see cref="FoundCount"/> - 1.</param>
    /// <param name="buffer">Where to; it has room for 32 bytes.</param>
    /// <returns>Its length in bytes.</returns>
    int CopyFound(int index, byte[] buffer);

    /// <summary>How strong it is heard, dBm: -30 beside it, -90 hardly.</summary>
    int SignalDbm(int index);

    /// <summary>The name of the network that a station looks for; as in <see cref="CopyFound"/>, 0 if there is none.</summary>
    int CopyStationName(byte[] buffer);

    /// <summary>Keeps which network a station looks for.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="nameLength">0..32 bytes; 0: forget the one that is kept.</param>
    /// <param name="password">Its password, ASCII.</param>
    /// <param name="passwordLength">8..63; 0: it has none.</param>
    /// <returns>False: it could not be kept.</returns>
    bool SaveStation(byte[] name, int nameLength, byte[] password, int passwordLength);

    /// <summary>Keeps name and password, 8 ASCII characters or more, of its own network.</summary>
    /// <returns>False: they could not be kept.</returns>
    bool SaveAccessPoint(byte[] name, byte[] password);

    /// <summary>Keeps what it is from the next restart on.</summary>
    /// <returns>False: it could not be kept.</returns>
    bool SaveMode(RadioMode mode);

    /// <summary>A random byte, 0..255: unforeseeable only while the radio runs, in any mode but <see cref="RadioMode.Off"/>.</summary>
    int RandomByte();
}
