namespace Dala.Search.Analysis.Stemming;

/// <summary>A letter that an archiphoneme may be, and the sounds after which it is that letter; null: any.</summary>
internal sealed record Sound(char Letter, string? After = null);

/// <summary>What <see cref="SuffixTable"/> must know of a language, in its own letters.</summary>
internal sealed record TurkicGrammar
{
    public required string Back { get; init; }

    public required string Front { get; init; }

    /// <summary>Vowels that stand in both kinds of words.</summary>
    public string Neutral { get; init; } = "";

    public required string Consonants { get; init; }

    /// <summary>Whether the vowels of suffixes follow those of the stem. Uzbek has lost that.</summary>
    public bool HasHarmony { get; init; } = true;

    public string BackConsonants { get; init; } = "";

    public string FrontConsonants { get; init; } = "";

    /// <summary>Capital letters in suffixes that stand for several small ones.</summary>
    public required IReadOnlyDictionary<char, Sound[]> Archiphonemes { get; init; }

    /// <summary>
    /// Suffixes parted by spaces. A colon before: only after vowels; an exclamation mark: does not take part in harmony; <c>&gt;4</c> behind:
    /// leaves a stem of four letters at least. Without it three, and four for a single consonant.
    /// </summary>
    public required string Suffixes { get; init; }

    public required string Soft { get; init; }

    public required string Hard { get; init; }

    /// <summary>Endings of names that take suffixes of either kind: Құнанбаевтың.</summary>
    public string NeutralEndings { get; init; } = "";

    /// <summary>Whether a word of one syllable keeps its last sound: Turkish ad and at are two words.</summary>
    public bool SoftensOnlyLongWords { get; init; }

    /// <summary>Stems that lose a vowel in some forms, or have two shapes: the form, then the stem.</summary>
    public string Irregular { get; init; } = "";

    /// <summary>Words that look inflected but are not.</summary>
    public string Whole { get; init; } = "";

    /// <summary>Stems of two letters.</summary>
    public string Short { get; init; } = "";
}
