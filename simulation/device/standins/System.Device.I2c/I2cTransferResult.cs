namespace System.Device.I2c;

internal readonly struct I2cTransferResult
{
    internal I2cTransferResult(I2cTransferStatus status, uint bytesTransferred)
    {
        Status = status;
        BytesTransferred = bytesTransferred;
    }

    public I2cTransferStatus Status { get; }

    public uint BytesTransferred { get; }
}
