using System.Collections.Frozen;

namespace Dala.Search.Analysis.Stemming;

/// <summary>Words whose stems no rule finds, with the stems; those that only look inflected are their own.</summary>
internal sealed class KnownStems
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _stems;

    // Which first letter, last letter and length the words have (a Bloom filter): most words are not among them, and are not looked up.
    private readonly ulong[] _traits = new ulong[64];

    /// <summary>Reads lists of words parted by blanks.</summary>
    /// <param name="irregular">Words, each followed by its stem.</param>
    /// <param name="whole">Words that are their own stems.</param>
    public KnownStems(string irregular, string whole = "")
    {
        var stems = Words(irregular).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        foreach (var word in Words(whole))
            stems.TryAdd(word, word);
        foreach (var word in stems.Keys)
            _traits[Trait(word) >> 6] |= 1UL << (Trait(word) & 63);
        _stems = stems.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> word) => MayContain(word) && _stems.ContainsKey(word);

    /// <summary>Replaces a word by its stem, if it is known.</summary>
    public bool Stem(ref StemWord word)
    {
        if (!MayContain(word.Letters) || !_stems.TryGetValue(word.Letters, out var stem))
            return false;
        word.Replace(word.Length, stem);
        return true;
    }

    private bool MayContain(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return false;
        var trait = Trait(word);
        return (_traits[trait >> 6] >> (trait & 63) & 1) != 0;
    }

    // Twelve bits.
    private static int Trait(ReadOnlySpan<char> word) => ((word[0] * 37) ^ (word[^1] * 5) ^ (word.Length << 8)) & 0xFFF;

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
