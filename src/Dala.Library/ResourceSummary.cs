using Dala.Standards.Licences;

namespace Dala.Library;

/// <summary>What is shown of a resource wherever it stands in a list: each value chosen among its claims for the reader's language.</summary>
public sealed record ResourceSummary
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>The language of the shown title, where it is known.</summary>
    public string? TitleLanguage { get; init; }
    public required IReadOnlyList<string> Creators { get; init; }
    public string? Publisher { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required IReadOnlyList<string> Levels { get; init; }
    public required IReadOnlyList<string> Subjects { get; init; }
    public required LicenceReading Licence { get; init; }

    /// <summary>Where the resource itself is, in the reader's language where there is a choice.</summary>
    public string? Url { get; init; }

    /// <summary>Whether its whole text can be read on our pages.</summary>
    public required bool CanBeRead { get; init; }
    public required string Source { get; init; }
    public required string SourceTitle { get; init; }
    public string? Published { get; init; }

    /// <summary>When something about it changed in the library.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Keys of the works that it is a version of.</summary>
    public IReadOnlyList<string> Works { get; init; } = [];

    public static ResourceSummary Of(Resource resource, Source source, IReadOnlyList<Claim> claims, string language) =>
        Of(resource.Id, resource.Identifier, resource.ChangedAt, source, claims, language);

    public static ResourceSummary Of(
        Guid id,
        string identifier,
        DateTimeOffset changedAt,
        Source source,
        IReadOnlyList<Claim> claims,
        string language
    )
    {
        var languages = Values(claims, Fields.Language);
        var title = ShownClaim.Of(claims, Fields.Title, languages, language);
        return new ResourceSummary
        {
            Id = id,
            Title = title?.Value ?? identifier,
            TitleLanguage = title?.Claim.Language,
            Creators = Values(claims, Fields.Creator),
            Publisher = ShownClaim.Of(claims, Fields.Publisher, languages, language)?.Value,
            Languages = languages,
            Types = Values(claims, Fields.Type),
            Levels = Values(claims, Fields.Level),
            Subjects = Values(claims, Fields.Subject),
            Licence = LicenceDecision.Of(claims).Reading,
            Url = ShownClaim.Of(claims, Fields.Url, languages, language)?.Value,
            CanBeRead = claims.Any(claim => claim.Field == Fields.Text),
            Source = source.Name,
            SourceTitle = source.Title,
            Published = ShownClaim.Of(claims, Fields.Published, languages, language)?.Value,
            ChangedAt = changedAt,
            Works = Values(claims, Fields.Work),
        };
    }

    private static List<string> Values(IEnumerable<Claim> claims, string field) =>
        [.. claims.Where(claim => claim.Field == field).Select(claim => claim.Value).Distinct()];
}
