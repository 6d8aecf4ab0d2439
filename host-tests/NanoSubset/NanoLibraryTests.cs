namespace ValenceNano.HostTests.NanoSubset;

/// <summary>How the list of the device's members is read.</summary>
public sealed class NanoLibraryTests
{
    [Theory]
    [InlineData("System.Array", "static void Copy(System.Array, int, System.Array, int, int)")]
    [InlineData("System.Array", "int get_Length()")]
    [InlineData("string", "char get_Chars(int)")]
    [InlineData("string", "static string Empty")]
    [InlineData("string", "static string Concat(object[])")]
    [InlineData("int", "static bool TryParse(string, ref int)")]
    [InlineData("System.SpanByte", "void set_Item(int, byte)")]
    [InlineData("System.SpanByte", "static System.SpanByte op_Implicit(byte[])")]
    [InlineData("System.ArgumentException", "void .ctor(string, string)")]
    [InlineData("System.Threading.ThreadStart", "void .ctor(object, System.IntPtr)")]
    [InlineData("System.Threading.ThreadStart", "void Invoke()")]
    [InlineData("System.Environment", "static long get_TickCount64()")]
    [InlineData("System.IO.Ports.SerialPort", "void .ctor(string, int, System.IO.Ports.Parity, int, System.IO.Ports.StopBits)")]
    [InlineData("System.IO.Ports.SerialPort", "void add_DataReceived(System.IO.Ports.SerialDataReceivedEventHandler)")]
    public void A_declaration_becomes_a_signature(string type, string signature)
    {
        Assert.True(NanoLibrary.OfDevice.HasMember(type, signature));
    }

    [Theory]
    [InlineData("System.Array", "static void Reverse(System.Array)")]
    [InlineData("System.Array", "static int get_Length()")]
    [InlineData("System.IO.Ports.SerialPort", "void set_PortName(string)")]
    [InlineData("System.Console", "static void WriteLine(int)")]
    [InlineData("System.Collections.Generic.List", "void Add(object)")]
    public void What_is_not_in_the_list_is_not_there(string type, string signature)
    {
        Assert.False(NanoLibrary.OfDevice.HasMember(type, signature));
    }

    [Theory]
    [InlineData("System.ArgumentOutOfRangeException", "string get_ParamName()")]
    [InlineData("System.TimeoutException", "string get_Message()")]
    [InlineData("int", "System.Type GetType()")]
    [InlineData("System.IO.Ports.Parity", "bool HasFlag(System.Enum)")]
    public void A_member_of_a_base_class_is_there(string type, string signature)
    {
        Assert.True(NanoLibrary.OfDevice.HasMember(type, signature));
    }
}
