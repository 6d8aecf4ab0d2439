using Mono.Cecil;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>What the compiler puts into an assembly for its own use, and the device can run.</summary>
internal static class CompilersHelpers
{
    private const string Holder = "<PrivateImplementationDetails>";

    // A switch over strings, and a switch expression that leaves a case out.
    private static readonly string[] s_methods = ["ComputeStringHash", "ThrowSwitchExpressionException", "ThrowInvalidOperationException"];

    /// <summary>Tells whether a method is one of the compiler's that does no harm.</summary>
    public static bool IsHarmless(MethodReference method) =>
        method.DeclaringType.FullName == Holder && s_methods.Contains(method.Name);

    /// <summary>Tells whether a field holds the bytes of an array's initialiser.</summary>
    public static bool IsHarmless(FieldReference field) => field.DeclaringType.FullName == Holder;
}
