namespace System.Net.NetworkInformation;

internal enum AuthenticationType : byte
{
    Open = 4,
    WPA2 = 8,
}
