using System.Numerics;

namespace Dala.Standards.Licences;

/// <summary>A set of licences as a bit each, in the order of <see cref="ResultLicences"/>, so that sets of many works meet in a few instructions.</summary>
internal readonly struct LicenceSet
{
    private const int Bits = 64;

    private readonly ulong[] _words;

    private LicenceSet(ulong[] words) => _words = words;

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

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

    /// <summary>The places of the licences, rising.</summary>
    public IEnumerable<int> Places()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
                yield return (i * Bits) + BitOperations.TrailingZeroCount(word);
        }
    }
}
