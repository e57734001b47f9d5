using System.Numerics;

namespace Dala.Standards.Licences;

/// <summary>A set of licences as a bit each, in the order of <see cref="ResultLicences"/>, so that sets of many works meet in a few instructions.</summary>
internal readonly struct LicenceSet : IEquatable<LicenceSet>
{
    private const int Bits = 64;

    private readonly ulong[] _words;

    private LicenceSet(ulong[] words) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The place of the first licence; the set is not empty.</summary>
    public int First => Places().First();

    public static LicenceSet Of(int size, Func<int, bool> contains)
    {
        var words = new ulong[(size + Bits - 1) / Bits];
        for (var place = 0; place < size; place++)
        {
            if (contains(place))
                words[place / Bits] |= 1UL << (place % Bits);
        }

        return new LicenceSet(words);
    }

    public LicenceSet And(LicenceSet other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = _words[i] & other._words[i];
        return new LicenceSet(words);
    }

    /// <summary>Whether two sets have a licence in common.</summary>
    public bool Meets(LicenceSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & other._words[i]) != 0)
                return true;
        }

        return false;
    }

    /// <summary>The places of the licences, rising.</summary>
    public IEnumerable<int> Places()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
                yield return (i * Bits) + BitOperations.TrailingZeroCount(word);
        }
    }

    public bool Equals(LicenceSet other) => _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => obj is LicenceSet other && Equals(other);

    public override int GetHashCode() => _words.Aggregate(0, HashCode.Combine);
}
