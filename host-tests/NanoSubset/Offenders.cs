// What matters of these types is what they are compiled to; nobody uses them.
#pragma warning disable CA1822, CS0649
namespace ValenceNano.HostTests.NanoSubset;

/// <summary>One type for each thing that compiles and that the device cannot do: the checker must refuse every one of them.</summary>
internal static class Offenders
{
    internal interface IHasBody
    {
        int Twice(int value) => 2 * value;
    }

    internal sealed class OwnGeneric<T>
    {
        public T? Value;
    }

    internal sealed class GenericMethod
    {
        public T Same<T>(T value) => value;
    }

    internal sealed class CallsGenericMethod
    {
        public int Same(int value) => new GenericMethod().Same(value);
    }

    internal sealed class GenericDelegate
    {
        public Action<int>? Done;
    }

    internal sealed class GenericLocal
    {
        public int Twice(int value)
        {
            var twice = (int number) => 2 * number;
            return twice(value);
        }
    }

    internal sealed class MultiDimensional
    {
        public byte[,] Values = new byte[2, 2];
    }

    internal sealed class Checked
    {
        public int Next(int value) => checked(value + 1);
    }

    internal sealed class ReadsForeignStatic
    {
        public static readonly int Second = Provider.First + 1;
    }

    internal sealed class ReadsForeignStaticInACall
    {
        public static readonly object Second = new Provider();
    }

    /// <summary>Not an offender itself.</summary>
    internal sealed class Provider
    {
        public static readonly int First = 7.GetHashCode();

        public int Value = First;
    }
}
