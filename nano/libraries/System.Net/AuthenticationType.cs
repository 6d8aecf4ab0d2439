namespace System.Net.NetworkInformation;

public enum AuthenticationType : byte
{
    Open = 4,
    WPA2 = 8,
}
