namespace System.Net;

public abstract class EndPoint
{
    protected extern EndPoint();
}
