namespace ValenceNano.Network;

/// <summary>What a request asks for.</summary>
public enum RequestMethod
{
    /// <summary>A method that nothing here knows.</summary>
    Other,

    /// <summary>GET.</summary>
    Get,

    /// <summary>HEAD: a GET whose answer is sent without its body.</summary>
    Head,

    /// <summary>PUT.</summary>
    Put,

    /// <summary>POST.</summary>
    Post,
}
