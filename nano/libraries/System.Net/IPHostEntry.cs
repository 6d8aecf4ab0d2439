namespace System.Net;

public class IPHostEntry
{
    internal extern IPHostEntry();

    public extern IPAddress[] AddressList { get; }
}
