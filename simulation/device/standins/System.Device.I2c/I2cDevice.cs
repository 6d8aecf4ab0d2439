using ValenceNano.Simulation;

namespace System.Device.I2c;

internal class I2cDevice : IDisposable
{
    private readonly VirtualI2cBus _bus = VirtualDevice.Current.I2c;
    private bool _isDisposed;

    public I2cDevice(I2cConnectionSettings settings)
    {
        ConnectionSettings = settings;
        if (_bus.OpenFault != null)
        {
            throw _bus.OpenFault;
        }
    }

    public I2cConnectionSettings ConnectionSettings { get; }

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    public I2cTransferResult Write(SpanByte buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _bus.Write(ConnectionSettings, buffer);
    }

    public void Dispose() => _isDisposed = true;
}
