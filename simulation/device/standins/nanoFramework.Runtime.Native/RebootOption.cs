namespace nanoFramework.Runtime.Native;

internal enum RebootOption
{
    NormalReboot = 0,
}
