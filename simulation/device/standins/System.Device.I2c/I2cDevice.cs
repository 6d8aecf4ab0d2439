using ValenceNano.Simulation;

namespace System.Device.I2c;

internal class I2cDevice : IDisposable
{
    private readonly VirtualDevice _device = VirtualDevice.Current;
    private bool _isDisposed;

    public I2cDevice(I2cConnectionSettings settings)
    {
        ConnectionSettings = settings;
        if (_device.I2c.OpenFault != null)
        {
            throw _device.I2c.OpenFault;
        }
    }

    public I2cConnectionSettings ConnectionSettings { get; }

    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    public I2cTransferResult Write(SpanByte buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using LibraryCall call = _device.Processor.Enter(LibraryCost.I2cWrite);
        return _device.I2c.Write(ConnectionSettings, buffer);
    }

    public void Dispose() => _isDisposed = true;
}
