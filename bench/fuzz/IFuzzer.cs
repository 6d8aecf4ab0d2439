namespace ValenceNano.Bench;

/// <summary>Puts chance and half-right bytes into a part of the product, and holds what comes out against rules.</summary>
public interface IFuzzer
{
    /// <summary>The part.</summary>
    string Name { get; }

    /// <summary>How far the bytes got: what it was that was held against the rules.</summary>
    Tally Reached { get; }

    /// <summary>Runs one case. It depends on nothing but <paramref name="random"/>.</summary>
    /// <returns>How many bytes were put in.</returns>
    /// <exception cref="FuzzException">A rule is broken.</exception>
    int Run(Random random);
}
