namespace System.Device.I2c;

public sealed class I2cConnectionSettings
{
    public extern I2cConnectionSettings(int busId, int deviceAddress);
}
