namespace Dala.Standards.Languages;

/// <summary>What came of reading a language statement: the tag if one is meant without doubt, and by which rule.</summary>
/// <param name="Tag">The normalised BCP 47 tag in the registry's case; null if it is unknown.</param>
/// <param name="Rule">One of <see cref="LanguageRules"/>.</param>
/// <param name="Raw">The statement as it stood.</param>
public sealed record LanguageReading(string? Tag, string Rule, string Raw);

/// <summary>The stable codes of the rules by which a language statement is read.</summary>
public static class LanguageRules
{
    public const string Exact = "exact";

    /// <summary>Right but for capital letters.</summary>
    public const string Case = "case";

    /// <summary>With an underscore, as programs write locales: <c>pt_BR</c>.</summary>
    public const string Underscore = "underscore";

    /// <summary>The registry prefers another: <c>iw</c> is <c>he</c>.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>A longer code of ISO 639 for a language that has a short one: <c>eng</c> is <c>en</c>.</summary>
    public const string Alias = "alias";

    /// <summary>The name of a language, in itself or in a language of the interface.</summary>
    public const string Name = "name";

    /// <summary>The code of a country where a language was meant.</summary>
    public const string CountryCode = "country-code";

    public const string Missing = "missing";
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } =
    [Exact, Case, Underscore, Deprecated, Alias, Name, CountryCode, Missing, Unknown];
}

/// <summary>The direction in which a script is written.</summary>
public enum TextDirection
{
    LeftToRight,
    RightToLeft,
}
