namespace ValenceNano.Network;

/// <summary>
/// The fixed texts of HTTP and of the page's interface, in the order in which <see cref="WebTexts"/> has them. Where one of several is
/// chosen by a number, those follow one another.
/// </summary>
internal enum WebText
{
    // JSON.
    True,
    False,
    Null,

    // A request.
    AnyVersion,
    Get,
    Head,
    Put,
    Post,
    Host,
    Origin,
    Connection,
    ContentType,
    IfNoneMatch,
    ContentLength,
    TransferEncoding,
    JsonType,
    Close,
    KeepAlive,
    Localhost,
    HttpScheme,
    HttpsScheme,

    // The head of an answer.
    Version,
    LengthField,
    ChunkedField,
    CloseField,
    HeadEnd,
    LastChunk,

    // By AnswerContent.
    PageFields,
    JsonFields,
    CsvFields,
    BytesFields,

    // Its status and reason.
    Ok,
    NoContent,
    Found,
    NotModified,
    BadRequest,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    LengthRequired,
    ContentTooLarge,
    UnsupportedMediaType,
    FieldsTooLarge,
    ServiceUnavailable,
    InsufficientStorage,

    // By Route.
    PagePath,
    LastPath = PagePath + (int)Route.Count - 1,

    // What is known now.
    Device,
    DeviceVersion,
    Role,
    Simulated,
    SetUp,
    Bank,
    Alarms,
    Batteries,
    Battery,
    UnknownBytes,
    Stats,
    StatusEnd,

    // By BusRole.
    Starting,
    Listener,
    Master,
    Product,

    // The history.
    Interval,
    Points,
    Days,
    Day,
    ExtremesList,
    ListEnd,
    PointNames,
    DayName,

    // By DayId, from SocMin on.
    SocMin,
    SocMax,
    VoltageMin,
    VoltageMax,
    CellMin,
    CellMax,
    CellMinC,
    CellMaxC,

    // By ExtremeId, from FullCharges on.
    FullCharges,
    Cycles,
    Synchronisations,

    // The settings, and what is wrong with them.
    Key,
    Label,
    Group,
    Unit,
    Min,
    Max,
    Default,
    Value,
    Choices,
    NameKey,
    NameLabel,
    Names,
    Errors,
    Text,
    NotJson,
    UnknownKey,
    WholeNumber,
    To,
    OneOf,
    TextOfAtMost,
    Bytes,
    Contradicts,
    NamesOf,
    OtherBatteries,

    // The network, and what an owner asks for.
    State,

    // By NetworkState.
    Off,
    Connecting,
    NotHere,
    Connected,
    Lost,
    InSetUp,
    Restarting,
    Name,
    Password,
    Address,
    Networks,
    Signal,
    UtcMs,
    OffsetMinutes,
    What,
    Energy,
    Extremes,
    Health,

    /// <summary>How many there are.</summary>
    Count,
}
