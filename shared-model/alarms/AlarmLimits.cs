using System;

using ValenceNano.Protocol;
namespace ValenceNano.Model;

/// <summary>
/// When values of a battery are warnings and alarms: settings, with defaults for LiFePO4. The maker's own limits for this
/// model are not public; these are below those known of the larger XP line (cell 3.9 / 4.0 V and 2.8 / 2.3 V, 60 / 65 deg C,
/// board 80 / 85 deg C). A value is beyond a limit, never at it; a limit that no value passes switches a condition off.
/// </summary>
public sealed class AlarmLimits
{
    /// <summary>More <see cref="Battery.Contradictions"/> are told: two replies in a row make 4.</summary>
    private const int ToleratedContradictions = 3;

    /// <summary>How far back behind its limit a cell group must be before that ends, mV.</summary>
    public const int CellHysteresisMv = 50;

    /// <summary>How far back behind its limit a temperature must be before that ends, deg C.</summary>
    public const int TemperatureHysteresisC = 3;

    /// <summary>How far below <see cref="SpreadWarnMv"/> the spread must be before that ends, mV.</summary>
    public const int SpreadHysteresisMv = 20;

    /// <summary>How far above its limit the state of charge must be before that ends, permille.</summary>
    public const int SocHysteresisPermille = 30;

    /// <summary>How much more state of charge and voltage may disagree before that is raised than after, mV.</summary>
    public const int SocDisagreesHysteresisMv = 10;

    /// <summary>State of charge and voltage are held against each other only below this current, mA either way: C/20.</summary>
    public const int RestMaxMa = 2000;

    /// <summary>How long they must disagree, ms: so long that most of the last load is gone from the voltage.</summary>
    public const int SocDisagreesMs = 60000;

    /// <summary>A current above this is charging, mA. Less does no harm to a cold cell.</summary>
    public const int ChargingMa = 300;

    /// <summary>A cell group above this is a warning, mV.</summary>
    public int CellHighWarnMv = 3700;

    /// <summary>A cell group above this is an alarm, mV.</summary>
    public int CellHighAlarmMv = 3900;

    /// <summary>A cell group below this is a warning, mV.</summary>
    public int CellLowWarnMv = 2800;

    /// <summary>A cell group below this is an alarm, mV.</summary>
    public int CellLowAlarmMv = 2500;

    /// <summary>A cell group above this is a warning, deg C.</summary>
    public int CellHotWarnC = 50;

    /// <summary>A cell group above this is an alarm, deg C.</summary>
    public int CellHotAlarmC = 60;

    /// <summary>Charging with a cell group below this is an alarm, deg C.</summary>
    public int ChargingMinC;

    /// <summary>A board above this is a warning, deg C.</summary>
    public int BoardHotWarnC = 75;

    /// <summary>A board above this is an alarm, deg C.</summary>
    public int BoardHotAlarmC = 85;

    /// <summary>More than this between highest and lowest cell group is a warning, mV.</summary>
    public int SpreadWarnMv = 100;

    /// <summary>The spread is judged only below this current, mA either way.</summary>
    public int SpreadMaxMa = 5000;

    /// <summary>A state of charge below this is a warning, permille.</summary>
    public int SocLowWarnPermille = 200;

    /// <summary>A state of charge below this is an alarm, permille.</summary>
    public int SocLowAlarmPermille = 100;

    /// <summary>
    /// How long any other condition must be there before it is raised, and be gone before it ends, ms. Values are judged
    /// when they come, so that it takes two replies at least. The default is that with polls every 3 s.
    /// </summary>
    public int MinimumMs = 2500;

    /// <summary>Makes the rules of all kinds, by <see cref="AlarmKind"/>.</summary>
    /// <exception cref="ArgumentException">Limits contradict one another; the message is the name of one of them.</exception>
    internal AlarmRule[] MakeRules()
    {
        Validate();
        return new[]
        {
            new AlarmRule(AlarmRule.High, CellHighWarnMv, CellHighAlarmMv, CellHysteresisMv, MinimumMs),
            new AlarmRule(AlarmRule.Low, CellLowWarnMv, CellLowAlarmMv, CellHysteresisMv, MinimumMs),
            new AlarmRule(AlarmRule.High, CellHotWarnC, CellHotAlarmC, TemperatureHysteresisC, MinimumMs),
            new AlarmRule(AlarmRule.Low, ChargingMinC, ChargingMinC, TemperatureHysteresisC, MinimumMs),
            new AlarmRule(AlarmRule.High, BoardHotWarnC, BoardHotAlarmC, TemperatureHysteresisC, MinimumMs),

            // Lost and inconsistent have had their time before they are true.
            new AlarmRule(AlarmRule.High, 0, 0, 0, 0),
            new AlarmRule(AlarmRule.Low, SocLowWarnPermille, SocLowAlarmPermille, SocHysteresisPermille, MinimumMs),
            new AlarmRule(AlarmRule.High, SpreadWarnMv, AlarmRule.Never, SpreadHysteresisMv, MinimumMs),
            new AlarmRule(AlarmRule.High, 0, AlarmRule.Never, SocDisagreesHysteresisMv, SocDisagreesMs),
            new AlarmRule(AlarmRule.High, ToleratedContradictions, AlarmRule.Never, ToleratedContradictions, 0),
        };
    }

    // "+ 1" where two limits must not be equal.
    private void Validate()
    {
        RequireOrder(CellLowAlarmMv, CellLowWarnMv, nameof(CellLowAlarmMv));
        RequireOrder(CellHighWarnMv, CellHighAlarmMv, nameof(CellHighWarnMv));
        RequireOrder(CellLowWarnMv + 2 * CellHysteresisMv + 1, CellHighWarnMv, nameof(CellLowWarnMv));
        RequireOrder(CellHotWarnC, CellHotAlarmC, nameof(CellHotWarnC));
        RequireOrder(ChargingMinC + 1, CellHotWarnC, nameof(ChargingMinC));
        RequireOrder(BoardHotWarnC, BoardHotAlarmC, nameof(BoardHotWarnC));
        RequireOrder(SocLowAlarmPermille, SocLowWarnPermille, nameof(SocLowAlarmPermille));
        RequireOrder(SpreadHysteresisMv + 1, SpreadWarnMv, nameof(SpreadWarnMv));
        RequireOrder(0, SpreadMaxMa, nameof(SpreadMaxMa));
        RequireOrder(0, MinimumMs, nameof(MinimumMs));
    }

    private static void RequireOrder(int lower, int higher, string name)
    {
        if (lower > higher)
        {
            throw new ArgumentException(name);
        }
    }
}
