namespace System.Device.I2c;

internal sealed class I2cConnectionSettings
{
    public I2cConnectionSettings(int busId, int deviceAddress)
    {
        BusId = busId;
        DeviceAddress = deviceAddress;
    }

    public int BusId { get; }

    public int DeviceAddress { get; }
}
