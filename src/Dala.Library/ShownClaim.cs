namespace Dala.Library;

/// <summary>Why a claim is the one that is shown; each is a text under <c>library.shown</c>.</summary>
public enum ShownBecause
{
    /// <summary>It is the only one.</summary>
    Only,

    /// <summary>It is in the reader's language.</summary>
    InYourLanguage,

    /// <summary>It is in the language of the resource itself.</summary>
    InItsLanguage,

    /// <summary>It is in English, which most readers can make something of.</summary>
    InEnglish,

    /// <summary>It was said first.</summary>
    First,
}

/// <summary>
/// Which of several claims about a field is shown. The rule, in this order: the reader's language; the language of the resource; English; the
/// claim that was made first.
/// </summary>
public sealed record ShownClaim(Claim Claim, ShownBecause Because)
{
    public string Value => Claim.Value;

    /// <summary>Chooses among the claims about one field, or answers null where there is none.</summary>
    /// <param name="resourceLanguages">The languages of the resource.</param>
    /// <param name="reader">The reader's language, or null where nobody reads, as in the index.</param>
    public static ShownClaim? Of(
        IReadOnlyList<Claim> claims,
        string field,
        IReadOnlyList<string> resourceLanguages,
        string? reader = null
    )
    {
        var said = claims.Where(claim => claim.Field == field).ToList();
        if (said.Count <= 1)
            return said.Count == 0 ? null : new ShownClaim(said[0], ShownBecause.Only);

        if (reader is not null && said.Find(claim => Speaks(claim.Language, reader)) is { } readers)
            return new ShownClaim(readers, ShownBecause.InYourLanguage);
        // A work in a hundred languages is in no language of its own.
        if (resourceLanguages.Count == 1 && said.Find(claim => Speaks(claim.Language, resourceLanguages[0])) is { } own)
            return new ShownClaim(own, ShownBecause.InItsLanguage);
        if (said.Find(claim => Speaks(claim.Language, "en")) is { } english)
            return new ShownClaim(english, ShownBecause.InEnglish);
        return new ShownClaim(said.MinBy(claim => (claim.ClaimedAt, claim.RawRecordId, claim.Position))!, ShownBecause.First);
    }

    /// <summary>Whether a tag is a language or one of its regions and scripts: <c>pt-BR</c> is <c>pt</c>.</summary>
    private static bool Speaks(string? tag, string language) =>
        tag is not null && (tag == language || tag.StartsWith(language + "-", StringComparison.Ordinal));
}
