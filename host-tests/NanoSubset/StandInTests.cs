using System.Globalization;
using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>The stand-ins for the device's libraries are what they stand for: each public member is one that the device has.</summary>
public sealed class StandInTests
{
    public static TheoryData<string> StandIns()
    {
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.Device");
        return [.. assembly.MainModule.GetTypes().Where(IsStandIn).Select(type => type.FullName)];
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Every_public_member_of_a_stand_in_is_the_devices(string typeName)
    {
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.Device");
        TypeDefinition type = assembly.MainModule.GetType(typeName);

        Assert.True(NanoLibrary.OfDevice.TryFind(Signature.OfType(type), out NanoType? real), "the device has no such type");
        Assert.Equal(real.Kind, KindOf(type));
        if (real.Kind == "delegate")
        {
            // Its members are the compiler's.
            return;
        }

        Assert.Empty(BasesOf(type).Except(real.Bases));
        foreach ((string signature, string value) in MembersOf(type))
        {
            Assert.True(real.Members.TryGetValue(signature, out string? realValue), signature);
            Assert.Equal($"{signature} {realValue}", $"{signature} {value}");
        }
    }

    [Fact]
    public void Every_device_library_of_the_firmware_has_stand_ins()
    {
        string[] namespaces =
        [
            "System", "System.Device.Gpio", "System.Device.I2c", "System.IO.Ports",
            "nanoFramework.Hardware.Esp32", "nanoFramework.Runtime.Events", "nanoFramework.Runtime.Native",
        ];
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.Device");

        IEnumerable<string> found = assembly.MainModule.Types.Where(IsStandIn).Select(type => type.Namespace).Distinct();

        Assert.Equal(namespaces, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_stand_in_can_be_seen_from_other_programs()
    {
        using AssemblyDefinition assembly = Assemblies.Read("ValenceNano.Device");

        Assert.DoesNotContain(assembly.MainModule.Types, type => IsStandIn(type) && type.IsPublic);
    }

    private static bool IsStandIn(TypeDefinition type)
    {
        string name = type.DeclaringType?.Namespace ?? type.Namespace;
        bool isCompilers = type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute");
        return name.Length > 0 && !name.StartsWith("ValenceNano.", StringComparison.Ordinal) && !isCompilers;
    }

    private static string KindOf(TypeDefinition type) =>
        type.BaseType?.FullName == "System.MulticastDelegate" ? "delegate" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface" : "class";

    private static IEnumerable<string> BasesOf(TypeDefinition type) =>
        type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).Select(Signature.OfType);

    private static IEnumerable<(string Signature, string Value)> MembersOf(TypeDefinition type)
    {
        foreach (FieldDefinition field in type.Fields.Where(field => field.IsPublic && !field.IsSpecialName))
        {
            yield return field.HasConstant
                ? ("const " + field.Name, ValueOf(field.Constant))
                : (Signature.OfField(field.IsStatic, Signature.OfType(field.FieldType), field.Name), "");
        }

        foreach (MethodDefinition method in type.Methods.Where(method => method.IsPublic || method.IsFamily))
        {
            IEnumerable<string> defaults = method.Parameters.Where(p => p.HasDefault).Select(p => ValueOf(p.Constant));
            yield return (Signature.OfMethod(method), string.Join(", ", defaults));
        }
    }

    private static string ValueOf(object? constant) => constant switch
    {
        null => "null",
        bool value => value ? "true" : "false",
        _ => Convert.ToString(constant, CultureInfo.InvariantCulture)!,
    };
}
