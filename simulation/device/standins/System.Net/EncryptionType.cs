namespace System.Net.NetworkInformation;

internal enum EncryptionType : byte
{
    None = 0,
    WPA2_PSK = 5,
}
