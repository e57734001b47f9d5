using Dala.Platform;
using Dala.Platform.Data;

namespace Dala.Library.Finding;

/// <summary>Resources that are like one, the likest first.</summary>
public sealed record SimilarResources(IReadOnlyList<ResourceSummary> Items);

/// <summary>Finds resources that share the most telling words with one, for whoever looks at that one.</summary>
public sealed class FindSimilar(BulkReader reader, LibraryIndex index, DocumentOfResource document, ListedResources listed)
{
    /// <summary>Similar resources that are shown.</summary>
    private const int Most = 5;

    /// <summary>Asked for, so that some are left when the resource itself and other versions of the work are taken out.</summary>
    private const int Asked = 25;

    public Outcome<SimilarResources> Run(string id, string language)
    {
        if (!Guid.TryParse(id, out var key))
            return LibraryProblems.NoResource(id);
        List<ClaimedResource> own;
        using (var store = reader.Begin())
            own = [.. ClaimsOfResources.Of(store, [key])];
        if (own is not [var resource])
            return LibraryProblems.NoResource(id);

        var works = WorksOf(resource);
        var alike = index
            .Current.Like(document.Of(resource, ""), Asked)
            .Select(hit => Guid.Parse(hit.Key))
            .Where(other => other != key)
            .ToList();
        var shown = listed.Of(alike, language);
        return new SimilarResources([
            .. alike
                .Where(shown.ContainsKey)
                .Select(other => shown[other].Summary)
                .Where(summary => !summary.Works.Any(works.Contains))
                .Take(Most),
        ]);
    }

    private static HashSet<string> WorksOf(ClaimedResource resource) =>
        [.. resource.Claims.Where(claim => claim.Field == Fields.Work).Select(claim => claim.Value)];
}
