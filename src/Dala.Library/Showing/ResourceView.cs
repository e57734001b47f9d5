using System.Globalization;
using Dala.Library.Crediting;
using Dala.Library.Lineage;
using Dala.Platform.Languages;
using Dala.Platform.Web;

namespace Dala.Library.Showing;

/// <summary>One value of a fact: the text, its language, and the list or page that it leads to.</summary>
public sealed record FactValue(string Text, string? Language, string? Path = null);

/// <summary>What is said about a field, all its values.</summary>
public sealed record Fact(string Field, IReadOnlyList<FactValue> Values);

/// <summary>A language that a resource is to be had in: its title and where that version is.</summary>
public sealed record LanguageVersion(string Tag, string Title, string? TitleLanguage, string? Url);

/// <summary>All claims about one field, the one that is shown first among equals.</summary>
public sealed record FieldProvenance(string Field, ShownClaim Shown, IReadOnlyList<Claim> Claims);

/// <summary>A resource as its page shows it.</summary>
public sealed record ResourceView
{
    /// <summary>Fields that make the list of facts, in its order; the others have places of their own on the page.</summary>
    private static readonly string[] FactFields =
    [
        Fields.Creator,
        Fields.Contributor,
        Fields.Illustrator,
        Fields.Translator,
        Fields.Publisher,
        Fields.Published,
        Fields.Modified,
        Fields.Language,
        Fields.Type,
        Fields.Level,
        Fields.Subject,
        Fields.Keyword,
        Fields.Audience,
        Fields.Format,
        Fields.PartOf,
        Fields.BasedOn,
        Fields.TranslationOf,
        Fields.Change,
        Fields.Note,
    ];

    /// <summary>Values of one fact; where a catalogue says more, the rest stands among the claims.</summary>
    private const int MostValues = 40;

    public required ShownResource Shown { get; init; }
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>The languages of one resource that exists in several; empty where there is only one.</summary>
    public required IReadOnlyList<LanguageVersion> Languages { get; init; }
    public required IReadOnlyList<FieldProvenance> Provenance { get; init; }
    public required IReadOnlyDictionary<Guid, RawPlace> Records { get; init; }
    public required Credit Credit { get; init; }

    /// <summary>A few resources like this one.</summary>
    public IReadOnlyList<ResourceSummary> Similar { get; init; } = [];

    /// <summary>Where it comes from and what came of it, in numbers.</summary>
    public LineageSummary? Lineage { get; init; }

    /// <summary>JSON-LD for machines that read the page.</summary>
    public required string LinkedData { get; init; }

    public static ResourceView Of(ShownResource shown, Words words, string origin)
    {
        var page = $"{origin}/resources/{shown.Resource.Id}";
        return new ResourceView
        {
            Shown = shown,
            Facts = [.. FactFields.Select(field => FactOf(shown, words, field)).OfType<Fact>()],
            Languages = LanguagesOf(shown),
            Provenance =
            [
                .. shown
                    .Claims.GroupBy(claim => claim.Field)
                    .Select(group => new FieldProvenance(
                        group.Key,
                        shown.Shown[group.Key],
                        [.. group.OrderByDescending(claim => ReferenceEquals(claim, shown.Shown[group.Key].Claim))]
                    )),
            ],
            Records = shown.RawRecords.ToDictionary(record => record.Id),
            Credit = Credit.Of(shown, origin),
            LinkedData = LearningResource.Text(LearningResource.Of(shown, page, origin, words)),
        };
    }

    private static Fact? FactOf(ShownResource shown, Words words, string field)
    {
        var claims = shown.Claims.Where(claim => claim.Field == field).DistinctBy(claim => claim.Value).ToList();
        // One sentence of each kind is enough; lists show all.
        if (field is Fields.Publisher or Fields.Published or Fields.Modified && shown.Shown.TryGetValue(field, out var one))
            claims = [one.Claim];
        return claims.Count == 0 ? null : new Fact(field, [.. claims.Take(MostValues).Select(claim => ValueOf(claim, words))]);
    }

    private static FactValue ValueOf(Claim claim, Words words) =>
        claim.Field switch
        {
            Fields.Language or Fields.Type or Fields.Level or Fields.Subject => Named(claim, words) with
            {
                Path = "/resources" + PageQuery.Empty.With(claim.Field, claim.Value),
            },
            Fields.Audience => Named(claim, words),
            Fields.Published or Fields.Modified => new FactValue(DateOf(claim.Value, words), words.Language),
            Fields.Creator or Fields.Contributor or Fields.Illustrator or Fields.Translator or Fields.Publisher => new FactValue(
                claim.Value,
                claim.Language,
                "/resources" + PageQuery.Empty.With("q", $"\"{claim.Value.Replace('"', ' ')}\"")
            ),
            _ => new FactValue(claim.Value, claim.Language),
        };

    private static FactValue Named(Claim claim, Words words)
    {
        var name = LibraryNames.Of(words, claim.Field, claim.Value);
        return new FactValue(name.Value, name.Language);
    }

    internal static string DateOf(string value, Words words) =>
        value.Length >= 10
        && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? words.Date(date)
            : value;

    private static List<LanguageVersion> LanguagesOf(ShownResource shown)
    {
        if (shown.Summary.Languages.Count < 2)
            return [];
        var titles = shown.Claims.Where(claim => claim.Field == Fields.Title).ToLookup(claim => claim.Language);
        var addresses = shown.Claims.Where(claim => claim.Field == Fields.Url).ToLookup(claim => claim.Language);
        return
        [
            .. shown.Summary.Languages.Select(tag =>
            {
                var title = titles[tag].FirstOrDefault();
                return new LanguageVersion(
                    tag,
                    title?.Value ?? shown.Summary.Title,
                    title is null ? shown.Summary.TitleLanguage : tag,
                    WebAddress.Of(addresses[tag].FirstOrDefault()?.Value)
                );
            }),
        ];
    }
}
