namespace ValenceNano.Bench;

/// <summary>What goes wrong in a soak, one at a time.</summary>
public enum FaultKind
{
    /// <summary>A battery's current stops; it falls asleep.</summary>
    Sleep,

    /// <summary>All currents stop.</summary>
    SleepAll,

    /// <summary>A battery is unplugged, and plugged in again with the bus id it had.</summary>
    Unplug,

    /// <summary>A battery is unplugged, and plugged in again without a bus id.</summary>
    UnplugAndForget,

    /// <summary>A battery is replaced by another, which holds the same bus id from elsewhere.</summary>
    Replace,

    /// <summary>Two batteries are unplugged, and come back with each other's bus id.</summary>
    SwapIds,

    /// <summary>All batteries restart and forget their bus ids.</summary>
    RestartBatteries,

    /// <summary>The monitor restarts while the batteries keep their bus ids.</summary>
    RestartMonitor,

    /// <summary>Bits are turned, one in 1,000,000 to one in 100.</summary>
    Noise,

    /// <summary>Messages do not arrive.</summary>
    Drop,

    /// <summary>Messages are cut off.</summary>
    Cut,

    /// <summary>Messages arrive in two pieces.</summary>
    Split,

    /// <summary>Messages arrive late.</summary>
    Delay,

    /// <summary>Junk stands around messages.</summary>
    Junk,

    /// <summary>What the monitor sends comes back to it.</summary>
    Echo,

    /// <summary>All of the last six at once.</summary>
    Everything,

    /// <summary>A battery talks out of turn, its own replies and junk.</summary>
    Babble,

    /// <summary>A battery answers with another's bus id.</summary>
    WrongId,

    /// <summary>Two batteries hold the same bus id.</summary>
    SharedId,

    /// <summary>A and B are joined for an hour.</summary>
    Short,

    /// <summary>The monitor's clock jumps by 49.7 days.</summary>
    ClockJump,

    /// <summary>Random bytes at the full speed of the line.</summary>
    NeverQuiet,

    /// <summary>The panel is renewed again and again, while a battery is out and searches forget it.</summary>
    RenewPanel,

    /// <summary>Another master is switched on for a while.</summary>
    AnotherMaster,

    /// <summary>Another master that gives all batteries other bus ids every little while.</summary>
    RenumberingMaster,

    /// <summary>The monitor only listens, beside another master; batteries restart, sleep and wake.</summary>
    ListenerLife,

    /// <summary>A battery refuses to be read.</summary>
    Refuse,

    /// <summary>A battery answers with another number of registers.</summary>
    OtherLength,
}
