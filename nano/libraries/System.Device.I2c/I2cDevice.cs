namespace System.Device.I2c;

public class I2cDevice : IDisposable
{
    internal extern I2cDevice();

    public static extern I2cDevice Create(I2cConnectionSettings settings);

    public extern void Dispose();

    public extern I2cTransferResult Write(SpanByte buffer);
}
