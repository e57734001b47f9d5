namespace Dala.Standards.Licences;

/// <summary>What a statement that stays unknown was perhaps meant to say, or why it cannot be. Nothing ever goes by it but a person.</summary>
/// <param name="Key">The key of the text; one of <see cref="LicenceHints"/>.</param>
/// <param name="Licence">What the text names first: a licence by its label.</param>
/// <param name="Detail">What it names besides: the versions that there are.</param>
public sealed record LicenceHint(string Key, string Licence = "", string Detail = "")
{
    /// <summary>What the text names, in its order.</summary>
    public IReadOnlyList<string> Arguments =>
        Detail.Length > 0 ? [Licence, Detail]
        : Licence.Length > 0 ? [Licence]
        : [];
}

/// <summary>The keys of the texts of hints; whoever writes texts must have all of them.</summary>
public static class LicenceHints
{
    private const string Prefix = "library.licence.hint.";

    /// <summary>A name that differs from one that exists; argument: that one.</summary>
    public const string Meant = Prefix + "meant";

    /// <summary>ShareAlike and NoDerivatives in one name.</summary>
    public const string Contradiction = Prefix + "contradiction";

    /// <summary>Arguments: the kind, and the versions that there are.</summary>
    public const string NoSuchVersion = Prefix + "no-such-version";

    /// <summary>Arguments: the licence that does exist.</summary>
    public const string NoSuchPort = Prefix + "no-such-port";

    /// <summary>Creative Commons, and nothing more.</summary>
    public const string WhichOne = Prefix + "which-one";

    public static IReadOnlyList<string> All { get; } = [Meant, Contradiction, NoSuchVersion, NoSuchPort, WhichOne];
}
