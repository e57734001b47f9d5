namespace Dala.Testing.Searching;

/// <summary>Numbers that look random and are the same for a seed in every version of .NET.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
public struct SplitMix(ulong seed)
{
    private ulong state = seed;

    /// <summary>A generator of its own for the numbered part of something.</summary>
    public static SplitMix For(ulong seed, int part) => new(new SplitMix(seed + ((ulong)part * 0xD1342543DE82EF95)).Next());

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to, and without, the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>A rank from 0 up to the limit, drawn by Zipf's law: the rank <c>r</c> (from 1) with a share of about <c>1/r</c>.</summary>
    /// <remarks>The logarithm of the rank is spread evenly, which gives each rank the share ln(1 + 1/r) / ln(limit + 1).</remarks>
    public int Zipf(int limit) => Zipf(0, limit);

    /// <summary>A rank of a band, drawn as <see cref="Zipf(int)"/> draws within it.</summary>
    public int Zipf(int first, int limit)
    {
        var share = (Next() >> 11) * (1.0 / (1UL << 53));
        var rank = (int)((first + 1) * Math.Pow((limit + 1.0) / (first + 1), share)) - 1;
        return Math.Clamp(rank, first, limit - 1);
    }
}
