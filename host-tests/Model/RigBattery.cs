using ValenceNano.Model;
using ValenceNano.Protocol;
using ValenceNano.Simulation;

namespace ValenceNano.HostTests.Model;

/// <summary>A battery on a <see cref="BankRig"/>: at 80 %, 3.3 V, 20 deg C and 1 A of charge unless told otherwise.</summary>
internal sealed class RigBattery(byte[] serial, int busId)
{
    public BatteryModel Model { get; } = Make();

    public byte[] Serial => serial;

    public int BusId => busId;

    public bool Answers { get; set; } = true;

    /// <summary>Its replies say two states of charge.</summary>
    public bool Contradicts { get; set; }

    /// <summary>What its next replies say; the SOC as it comes out of a byte, which is a multiple of 1000 / 255.</summary>
    public RigBattery Say(int? socPermille = null, int? currentMa = null, int[]? cellMv = null, int[]? cellC = null)
    {
        Model.SocPermille = socPermille + 1 ?? Model.SocPermille;
        Model.CurrentMa = currentMa ?? Model.CurrentMa;
        cellMv?.CopyTo(Model.CellMv, 0);
        cellC?.CopyTo(Model.CellC, 0);
        return this;
    }

    /// <summary>Makes it say a value of this kind; at 10 A but for the spread, so that no two kinds are bad at once.</summary>
    public void Say(AlarmKind kind, int value)
    {
        Model.CurrentMa = kind == AlarmKind.CellSpread ? 4999 : 10000;
        switch (kind)
        {
            case AlarmKind.CellHigh or AlarmKind.CellLow:
                Model.CellMv[2] = value;
                break;
            case AlarmKind.CellSpread:
                Model.CellMv[2] = 3300 + value;
                break;
            case AlarmKind.CellHot or AlarmKind.CellColdCharging:
                Model.CellC[2] = value;
                break;
            case AlarmKind.BoardHot:
                Model.BoardC[1] = value;
                break;
            default:
                Say(socPermille: value);
                break;
        }
    }

    private static BatteryModel Make()
    {
        var model = new BatteryModel(801, new Random(1)) { CurrentMa = 1000 };
        Array.Fill(model.CellMv, 3300);
        Array.Fill(model.CellC, 20);
        Array.Fill(model.BoardC, 22);
        return model;
    }
}
