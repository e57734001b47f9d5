using Dala.Platform;
using Dala.Platform.Data;
using Dala.Search;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Finding;

/// <summary>What a person asks for; the page, the API and the command line all send this.</summary>
public sealed record Find
{
    /// <summary>Words, <c>"a phrase"</c>, <c>begin*</c>, <c>-without</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Values by the names of <see cref="LibraryIndex.Facets"/>: any of a field's values, all of the fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
    public SearchOrder Order { get; init; }
    public string? After { get; init; }
    public int Size { get; init; } = 20;

    /// <summary>How many values of a facet are counted; none where nobody looks at them.</summary>
    public int FacetSize { get; init; } = 60;
}

/// <summary>What was found.</summary>
public sealed record Found(
    int Total,
    IReadOnlyList<FoundResource> Items,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    string? Next
);

/// <summary>One resource in a list of results, with the passage in which the words of the question stand.</summary>
public sealed record FoundResource(ResourceSummary Summary, MarkedText Title, MarkedText? Passage);

/// <summary>Finds resources by words and filters, and reads from the store what is shown of them.</summary>
public sealed class FindResources(Store store, LibraryIndex index)
{
    /// <summary>Letters of a passage under a result.</summary>
    private const int PassageLength = 240;

    public async Task<Outcome<Found>> Run(Find find, string language, CancellationToken ct)
    {
        SearchResult result;
        try
        {
            result = index.Current.Search(
                new SearchQuery
                {
                    Text = find.Text,
                    Filters = find.Filters,
                    Order = find.Order,
                    After = find.After,
                    Size = find.Size,
                    Facets = find.FacetSize > 0 ? LibraryIndex.Facets : [],
                    FacetSize = find.FacetSize,
                    PreferredLanguages = [language],
                }
            );
        }
        catch (BadCursorException)
        {
            return LibraryProblems.BadCursor;
        }

        var summaries = await Summaries([.. result.Items.Select(hit => Guid.Parse(hit.Key))], language, ct);
        var highlighter = new Highlighter(find.Text);
        var items = result
            .Items.Select(hit => summaries.GetValueOrDefault(Guid.Parse(hit.Key)))
            .OfType<(ResourceSummary Summary, IReadOnlyList<Claim> Claims)>()
            .Select(found => Marked(found.Summary, found.Claims, highlighter, language))
            .ToList();
        return new Found(result.Total, items, result.Facets, result.Next);
    }

    private async Task<Dictionary<Guid, (ResourceSummary Summary, IReadOnlyList<Claim> Claims)?>> Summaries(
        List<Guid> ids,
        string language,
        CancellationToken ct
    )
    {
        var resources = await store.Set<Resource>().AsNoTracking().Where(resource => ids.Contains(resource.Id)).ToListAsync(ct);
        var claims = await store.Set<Claim>().AsNoTracking().Where(claim => ids.Contains(claim.ResourceId)).ToListAsync(ct);
        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, ct);
        var byResource = claims.ToLookup(claim => claim.ResourceId);
        return resources.ToDictionary(
            resource => resource.Id,
            resource =>
            {
                IReadOnlyList<Claim> own = [.. byResource[resource.Id]];
                return ((ResourceSummary, IReadOnlyList<Claim>)?)
                    (ResourceSummary.Of(resource, sources[resource.SourceId], own, language), own);
            }
        );
    }

    private static FoundResource Marked(
        ResourceSummary summary,
        IReadOnlyList<Claim> claims,
        Highlighter highlighter,
        string language
    )
    {
        var passages = new[] { Fields.Description, Fields.Text }
            .Select(field => ShownClaim.Of(claims, field, summary.Languages, language))
            .OfType<ShownClaim>()
            .Select(shown =>
                MarkedText.Of(highlighter, shown.Value, shown.Claim.Language ?? summary.TitleLanguage, PassageLength)
            )
            .ToList();
        return new FoundResource(
            summary,
            MarkedText.Of(highlighter, summary.Title, summary.TitleLanguage, int.MaxValue),
            passages.Find(passage => passage.Marks.Count > 0) ?? passages.FirstOrDefault()
        );
    }
}
