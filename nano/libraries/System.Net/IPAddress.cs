namespace System.Net;

public class IPAddress
{
    internal extern IPAddress();

    public static readonly IPAddress Any;

    public static extern IPAddress Parse(string ipString);
}
