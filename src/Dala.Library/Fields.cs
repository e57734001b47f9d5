namespace Dala.Library;

/// <summary>The fields that claims are about, after the core application profile (schema.org, LRMI and AMB have a term for each).</summary>
public static class Fields
{
    public const string Title = "title";
    public const string Description = "description";

    /// <summary>The whole text of a story or lesson, to be read on our pages.</summary>
    public const string Text = "text";
    public const string Creator = "creator";
    public const string Contributor = "contributor";
    public const string Illustrator = "illustrator";
    public const string Translator = "translator";
    public const string Publisher = "publisher";

    /// <summary>A BCP 47 tag.</summary>
    public const string Language = "language";

    /// <summary>A licence's URI, or where there is none exactly, what was said about rights.</summary>
    public const string Licence = "licence";

    /// <summary>A statement about the licence that a librarian weighed before deciding between several.</summary>
    public const string Weighed = "licence-weighed";

    /// <summary>Whether one gets at it freely: one of <see cref="AccessTerms"/>.</summary>
    public const string Access = "access";

    /// <summary>The resource type: a term of HCRT.</summary>
    public const string Type = "type";

    /// <summary>The level of education: 0 to 8 of ISCED 2011.</summary>
    public const string Level = "level";

    /// <summary>A code of ISCED-F 2013, at the finest level that is known.</summary>
    public const string Subject = "subject";

    /// <summary>A subject word in the source's own terms.</summary>
    public const string Keyword = "keyword";

    /// <summary>A term of LRMI's educationalAudienceRole.</summary>
    public const string Audience = "audience";

    /// <summary>Where the resource is; with a language, where that language's version is.</summary>
    public const string Url = "url";
    public const string Format = "format";
    public const string Published = "published";
    public const string Modified = "modified";

    /// <summary>Resources with the same key are the same work in different languages or versions.</summary>
    public const string Work = "work";
    public const string PartOf = "part-of";
    public const string HasPart = "has-part";
    public const string BasedOn = "based-on";
    public const string TranslationOf = "translation-of";

    /// <summary>What was changed in this adaptation of another work.</summary>
    public const string Change = "change";
    public const string Note = "note";

    /// <summary>Everything in the record that the mapping does not use, as one JSON object; it comes out again on export.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
    [
        Title,
        Description,
        Text,
        Creator,
        Contributor,
        Illustrator,
        Translator,
        Publisher,
        Language,
        Licence,
        Weighed,
        Access,
        Type,
        Level,
        Subject,
        Keyword,
        Audience,
        Url,
        Format,
        Published,
        Modified,
        Work,
        PartOf,
        HasPart,
        BasedOn,
        TranslationOf,
        Change,
        Note,
        Other,
    ];
}
