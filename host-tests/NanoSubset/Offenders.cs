// What matters of these types is what they are compiled to; nobody uses them.
#pragma warning disable CA1822, CS0649
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ValenceNano.HostTests.NanoSubset;

/// <summary>One type for each thing that the device cannot do: the checker must refuse every one of them.</summary>
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

    internal sealed class GenericDelegate
    {
        public Action<int>? Done;
    }

    internal sealed class NullableValue
    {
        public int? Value;
    }

    internal sealed class Tuple
    {
        public (int A, int B) Both() => (1, 2);
    }

    internal sealed record Record(int Value);

    internal sealed class Iterator
    {
        public System.Collections.IEnumerable Numbers()
        {
            yield return 1;
        }
    }

    internal sealed class Async
    {
        public async void Wait() => await Task.Yield();
    }

    internal sealed class MultiDimensional
    {
        public byte[,] Values = new byte[2, 2];
    }

    internal sealed class UsesSpan
    {
        public int Sum(byte[] bytes) => bytes.AsSpan(1).Length;
    }

    internal sealed class StackAlloc
    {
        public int First()
        {
            Span<byte> bytes = stackalloc byte[17];
            return bytes[3];
        }
    }

    internal sealed class Inlined
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Twice(int value) => 2 * value;
    }

    [StructLayout(LayoutKind.Explicit)]
    internal struct Union
    {
        [FieldOffset(0)]
        public int Whole;
    }

    internal sealed class ReadsForeignStatic
    {
        public static readonly int Second = Provider.First + 1;
    }

    internal sealed class ReadsForeignStaticInACall
    {
        public static readonly object Second = new Provider();
    }

    internal sealed class MissingType
    {
        public StringBuilder? Text;
    }

    internal sealed class MissingMethod
    {
        public void Fill(byte[] bytes) => Array.Reverse((Array)bytes);
    }

    internal sealed class MissingOverload
    {
        public void Write(int value) => Console.WriteLine(value);
    }

    internal sealed class MissingProperty
    {
        public string End() => Environment.NewLine;
    }

    internal sealed class Interpolation
    {
        public string Text(int value) => $"{value} mV";
    }

    internal sealed class EmptyArray
    {
        public byte[] None() => [];
    }

    internal sealed class MissingAttribute
    {
        [ThreadStatic]
        public static int Value;
    }

    internal sealed class Volatile
    {
        public volatile bool IsStopped;
    }

    /// <summary>Not an offender itself.</summary>
    internal sealed class Provider
    {
        public static readonly int First = 7.GetHashCode();

        public int Value = First;
    }
}
