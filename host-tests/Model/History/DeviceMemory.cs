using System.Reflection;
using ValenceNano.Model;
using ValenceNano.Protocol;

namespace ValenceNano.HostTests.Model.History;

/// <summary>
/// What objects take on the 32-bit device: 12 bytes, and 12 for each field whatever its type; an array 20 and its data, rounded up to
/// 12; a string 12 and its characters (assumed).
/// </summary>
internal static class DeviceMemory
{
    private const int Unit = 12;

    /// <summary>Bytes of everything that can be reached, but not through these types.</summary>
    public static int Of(object root, params Type[] others)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return Of(root, others, seen);
    }

    private static int Of(object? found, Type[] others, HashSet<object> seen)
    {
        if (found == null || !seen.Add(found) || others.Any(other => other.IsInstanceOfType(found)))
        {
            return 0;
        }

        if (found is string text)
        {
            return Rounded(Unit + text.Length + 1);
        }

        if (found is Array array)
        {
            Type element = array.GetType().GetElementType()!;
            int size = element.IsPrimitive ? Buffer.ByteLength(array) : array.Length * Unit;
            int items = element.IsPrimitive ? 0 : array.Cast<object?>().Sum(item => Of(item, others, seen));
            return Rounded(20 + size) + items;
        }

        FieldInfo[] fields = found.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return Unit + (Unit * fields.Length)
            + fields.Where(field => !field.FieldType.IsValueType).Sum(field => Of(field.GetValue(found), others, seen));
    }

    private static int Rounded(int bytes) => (bytes + Unit - 1) / Unit * Unit;
}
