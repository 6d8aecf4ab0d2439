namespace ValenceNano.Desktop;

/// <summary>A way to show messages.</summary>
public interface IMessageWriter
{
    /// <summary>Shows one; the object is not kept.</summary>
    void Write(BusMessage message);
}
