using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ValenceNano.HostTests.Protocol;

/// <summary>Checks properties on generated cases, the same ones in every run.</summary>
internal static class Property
{
    private const ulong Seed = 20080401;

    /// <summary>Fails with the first case found for which <paramref name="check"/> throws.</summary>
    public static void Holds<T>(Gen<T> cases, Action<T> check, int count = 300)
    {
        var replay = new Replay(new Rnd(Seed, 1), FSharpOption<int>.None);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(cases.ToArbitrary(), check).Check(config);
    }
}
