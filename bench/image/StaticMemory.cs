using System.Reflection;

namespace ValenceNano.Bench;

/// <summary>
/// What static fields keep alive from the start, in bytes of the device's heap. The initialisers are run here, and what they made is
/// counted in the device's sizes, which were measured on its runtime.
/// </summary>
public sealed class StaticMemory
{
    private const BindingFlags OfType = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags OfObject = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const int FieldInTablesBytes = 14;
    private const int ObjectBytes = 12;
    private const int ArrayBytes = 20;

    // A field of an object whatever its type, an element that is no primitive, and what sizes are rounded up to.
    private const int SlotBytes = 12;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Bytes of the statics of some types; what two of them share is counted once.</summary>
    public static int BytesOf(IEnumerable<Type> types)
    {
        var memory = new StaticMemory();
        return types.SelectMany(type => type.GetFields(OfType)).Where(field => !field.IsLiteral)
            .Sum(field => FieldInTablesBytes + memory.BytesOf(field.GetValue(null)));
    }

    private int BytesOf(object? value)
    {
        if (value == null || value.GetType().IsPrimitive || value.GetType().IsEnum || !_seen.Add(value))
        {
            return 0;
        }

        if (value is Array array)
        {
            int elementBytes = ElementBytes(array.GetType().GetElementType()!);
            return RoundUp(ArrayBytes + array.Length * elementBytes) + array.Cast<object?>().Sum(BytesOf);
        }

        // Of the class library's own, texts above all, which lie in flash.
        if (value.GetType().Assembly == typeof(object).Assembly)
        {
            return ObjectBytes;
        }

        return ObjectBytes + value.GetType().GetFields(OfObject).Sum(field => SlotBytes + BytesOf(field.GetValue(value)));
    }

    private static int ElementBytes(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => 8,
        _ => SlotBytes,
    };

    private static int RoundUp(int bytes) => (bytes + SlotBytes - 1) / SlotBytes * SlotBytes;
}
