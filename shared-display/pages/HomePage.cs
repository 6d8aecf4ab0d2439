using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.Display;

/// <summary>The first page, and the one that the panel comes back to.</summary>
internal static class HomePage
{
    /// <summary>Which it is: the bank while a battery is live. A battery that was only just found is nothing to show yet.</summary>
    public static PageKind Of(Bank bank, BatteryList batteries)
    {
        if (bank.LiveCount > 0)
        {
            return PageKind.Bank;
        }

        for (int i = 0; i < batteries.Count; i++)
        {
            if (batteries[i].HasValues || batteries[i].State == BatteryState.NoData)
            {
                return PageKind.Asleep;
            }
        }

        return PageKind.Searching;
    }
}
