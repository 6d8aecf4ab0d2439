using System;
using System.Collections.Generic;

namespace ValenceNano.Simulation;

/// <summary>
/// The chip's radio behind the platform's libraries: what it keeps, how it was started, and the air around it. As on the chip, what is kept
/// counts from the restart on, the access point has another hardware address than the station, and a station may have a link before it has
/// an address.
/// </summary>
public sealed class VirtualWifi
{
    /// <summary>No address.</summary>
    public const string NoAddress = "0.0.0.0";

    /// <summary>The bit of the options of station and access point that switches them on.</summary>
    private const int EnabledBit = 2;

    /// <summary>What a station keeps: name, password, options.</summary>
    public (string Name, string Password, int Options) Station { get; set; } = ("", "", 0);

    /// <summary>What the access point keeps.</summary>
    public (string Name, string Password, int Options, int MaxClients) AccessPoint { get; set; } = ("", "", 0, 0);

    /// <summary>The address that the access point keeps.</summary>
    public string AccessPointAddress { get; set; } = NoAddress;

    /// <summary>The access point runs.</summary>
    public bool IsAccessPoint { get; private set; }

    /// <summary>The station has joined its network.</summary>
    public bool HasLink { get; set; }

    /// <summary>The address that the network has given the station.</summary>
    public string StationAddress { get; set; } = NoAddress;

    /// <summary>How many have joined the access point.</summary>
    public int Phones { get; set; }

    /// <summary>Names and strengths, dBm, of the networks that a search finds.</summary>
    public List<(string Name, int SignalDbm)> Found { get; } = [];

    /// <summary>False: nothing can be kept, and whoever tries is told by an exception.</summary>
    public bool CanSave { get; set; } = true;

    /// <summary>How many objects of interfaces have been made.</summary>
    public int InterfacesMade { get; internal set; }

    /// <summary>How many searches have begun.</summary>
    public int Searches { get; internal set; }

    /// <summary>A search has ended.</summary>
    public event Action SearchEnded;

    /// <summary>What a restart of the device does to it.</summary>
    public void Restart()
    {
        IsAccessPoint = (AccessPoint.Options & EnabledBit) != 0;
        HasLink = false;
        StationAddress = NoAddress;
        Phones = 0;
        SearchEnded = null;
    }

    /// <summary>Ends a search that was begun.</summary>
    public void EndSearch() => SearchEnded?.Invoke();

    /// <summary>Refuses to keep anything, if it is to.</summary>
    /// <exception cref="InvalidOperationException">It is.</exception>
    internal void CheckCanSave()
    {
        if (!CanSave)
        {
            throw new InvalidOperationException("nothing can be kept");
        }
    }
}
