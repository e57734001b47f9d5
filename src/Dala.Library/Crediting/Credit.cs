using Dala.Library.Lineage;
using Dala.Library.Showing;
using Dala.Standards.Licences;

namespace Dala.Library.Crediting;

/// <summary>
/// A work as it must be named where it is used: title, author, source, licence and what was changed (domain research, 8.4), with every work it was made
/// from, because their authors stay credited too.
/// </summary>
public sealed record Credit
{
    public string? Title { get; init; }

    /// <summary>BCP 47.</summary>
    public string? TitleLanguage { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Illustrators { get; init; } = [];
    public IReadOnlyList<string> Translators { get; init; } = [];
    public IReadOnlyList<string> Contributors { get; init; } = [];
    public string? Publisher { get; init; }

    /// <summary>ISO 8601, as fine as it is known.</summary>
    public string? Published { get; init; }

    /// <summary>The title of the catalogue it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Where the work is, or its page here; http or https.</summary>
    public string? Url { get; init; }
    public required LicenceReading Licence { get; init; }

    /// <summary>What was changed in it, in the words of whoever did.</summary>
    public string? Change { get; init; }
    public string? ChangeLanguage { get; init; }

    /// <summary>BCP 47 tags of what the work is in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The works it was made from, the nearest first, each without ancestors of its own.</summary>
    public IReadOnlyList<Credit> Ancestors { get; init; } = [];

    /// <summary>The credit of a resource, from what is claimed of it.</summary>
    /// <param name="page">The absolute address of its page here, for a work that has no address of its own.</param>
    public static Credit Of(ResourceSummary summary, IReadOnlyList<Claim> claims, string page) =>
        new()
        {
            Title = summary.Title,
            TitleLanguage = summary.TitleLanguage,
            Authors = Names(claims, Fields.Creator),
            Illustrators = Names(claims, Fields.Illustrator),
            Translators = Names(claims, Fields.Translator),
            Contributors = Names(claims, Fields.Contributor),
            Publisher = summary.Publisher,
            Published = summary.Published,
            Source = summary.SourceTitle,
            Url = WebAddress.Of(summary.Url) ?? page,
            Licence = summary.Licence,
            Languages = summary.Languages,
            Change = Joined(claims.Where(claim => claim.Field == Fields.Change).Select(claim => claim.Value)),
            ChangeLanguage = claims.FirstOrDefault(claim => claim.Field == Fields.Change)?.Language,
        };

    /// <summary>The credit of a resource with all that it was made from.</summary>
    /// <param name="origin">Scheme and host of this library, for works that have no address of their own.</param>
    public static Credit Of(ShownResource shown, string origin) =>
        Of(shown.Summary, shown.Claims, $"{origin}/resources/{shown.Resource.Id}") with
        {
            Ancestors = [.. shown.Ancestors.Select(ancestor => Of(ancestor, origin))],
        };

    /// <summary>The credit of a work that others were made from.</summary>
    public static Credit Of(Ancestor ancestor, string origin) =>
        new()
        {
            Title = ancestor.Title,
            TitleLanguage = ancestor.TitleLanguage,
            Authors = ancestor.Creators,
            Url = ancestor.Url ?? (ancestor.Id is { } id ? $"{origin}/resources/{id}" : null),
            Licence = ancestor.Licence,
            Change = Joined(ancestor.Changes.Select(change => change.Text)),
            ChangeLanguage = ancestor.Changes.FirstOrDefault()?.Language,
        };

    /// <summary>Several notes of changes as one; null where there is none.</summary>
    public static string? Joined(IEnumerable<string?> changes) =>
        string.Join("; ", changes.Where(change => !string.IsNullOrEmpty(change)).Distinct()) is { Length: > 0 } all ? all : null;

    private static List<string> Names(IReadOnlyList<Claim> claims, string field) =>
        [.. claims.Where(claim => claim.Field == field).Select(claim => claim.Value).Distinct(StringComparer.Ordinal)];
}
