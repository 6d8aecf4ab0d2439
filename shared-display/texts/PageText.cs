namespace ValenceNano.Display;

/// <summary>
/// The fixed texts of the pages, in the order in which <see cref="PageTexts"/> has them. Where a page draws one of several, or several lines
/// one below the other, those follow one another.
/// </summary>
internal enum PageText
{
    // Of several pages.
    Live,
    And,
    More,
    Seconds,
    Minutes,
    Hours,
    Days,
    Of,
    To,
    Seen,
    Wifi,

    // The bank.
    FullIn,
    TimeLeft,
    Full,
    Cell,
    SocInDoubt,

    // What is wrong.
    NoAlarm,
    Battery,
    OverFor,

    // No battery is live.
    Asleep,
    NoAnswer,
    NoDataTitle,
    Talks,
    NextLookIn,
    WakingThem,
    Ago,

    // One battery; what it refuses is by the code of Modbus, from 1 on, how it is by BatteryState.
    BusId,
    SerialEndsWith,
    InDoubt,
    CellsRange,
    BoardRange,
    ReplyOfOtherLength,
    Refuses,
    RefusedFunction,
    RefusedRegister,
    RefusedCount,
    RefusedFailure,
    RefusedCode,
    LostFor,
    AsleepFor,
    LiveFor,
    NoDataFor,
    NoData,
    NoValuesYet,

    // Its cell groups.
    Cells,
    AndCells,
    AllWithin,
    HalfSeen,

    // What it holds.
    Health,
    AndHealth,
    Weakest,
    AtLeast,
    OfLabel,
    WeakCell,
    NoWeakCell,
    WeakCellUnknown,
    WhenFull,
    WhenLow,
    AtRest,
    Cycles,
    TimesFull,
    ChargeIt,
    SinceFull,
    EmptyIt,
    NoFullChargeYet,

    // Energy.
    Energy,
    WithoutStandby,
    Today,
    In,
    Out,
    All,

    // The last day.
    LastDay,
    ScaleTop,
    ScaleBottom,
    DayAgo,
    Now,
    NoPointYet,

    // The bus; the titles are by BusRole.
    BusStarting,
    BusListener,
    BusMaster,
    Version,
    Up,
    Round,
    Replies,
    Timeouts,
    Inconsistent,
    WrongReplies,
    Crc,
    Junk,
    Last,

    // No battery is known.
    NoBatteryRound,
    Searching,
    Listening,
    LoadIt,
    SwapLines,
    OtherProtocol,
    WakeIt,
    StartingLines,
    StartingLine2,
    StartingLine3,
    OtherMasterLines,
    OtherMasterLine2,
    OtherMasterLine3,
    NobodyLines,
    NobodyLine2,
    NobodyLine3,

    // The network; what it does is by NetworkState.
    NetworkOff,
    Connecting,
    NoConnection,
    Connected,
    ConnectionLost,
    InSetUp,
    Restarting,
    WrongPasswordLines,
    WrongPasswordLine2,

    // Set-up.
    SetUp,
    JoinLines,
    JoinLine2,
    JoinLine3,
    JoinLine4,
    OpenLines,
    OpenLine2,
    OpenLine3,
    Password,
    Page,

    // What is scanned.
    CodeOfNetwork,
    CodeOfPassword,
    CodeEnd,
    Http,

    // The button is held.
    LetGo,
    Search,
    SetUpWifi,
    EndSetUp,
    NoWifiHere,
    ForgetAll,
    NextIsSetUp,
    NextIsForget,
    ForgetLines,
    ForgetLine2,
    ForgetLine3,
}
