namespace System.Net;

public class IPAddress
{
    internal extern IPAddress();

    public static readonly IPAddress Any;
}
