using Dala.Library.Finding;

namespace Dala.Library.Lineage;

/// <summary>What is shown of the works of one lineage.</summary>
internal sealed class LineageNodes
{
    private readonly LineageGraph graph;
    private readonly IReadOnlyDictionary<Guid, ListedResource> summaries;
    private readonly ILookup<Guid, ChangeNote> changes;
    private readonly Dictionary<string, ClaimedWork> broken;

    public LineageNodes(
        LineageGraph graph,
        List<LineageClaim> claims,
        IReadOnlySet<string> known,
        ListedResources listed,
        string language
    )
    {
        this.graph = graph;
        Resources = [.. known.Select(key => Guid.TryParse(key, out var id) ? id : (Guid?)null).OfType<Guid>()];
        summaries = listed.Of(Resources, language);
        changes = Ancestry.ChangesOf(claims);
        broken = claims
            .Where(claim => claim.Target is null && LineageFields.IsLineage(claim.Claim.Field))
            .Order(LineageClaim.InOrder)
            .GroupBy(claim => claim.Claim.Field == Fields.HasPart ? claim.From : claim.To, claim => claim.Claim)
            .ToDictionary(group => group.Key, group => ClaimedWork.Of(group.First()), StringComparer.Ordinal);
    }

    /// <summary>The works that are in the library.</summary>
    public IReadOnlyCollection<Guid> Resources { get; }

    public LineageNode Of(string key)
    {
        var generation = graph.Generations.GetValueOrDefault(key);
        return Guid.TryParse(key, out var id) && summaries.TryGetValue(id, out var known)
            ? Known(key, generation, known.Summary, changes[id])
            : Broken(key, generation, broken[key]);
    }

    private static LineageNode Known(string key, int generation, ResourceSummary work, IEnumerable<ChangeNote> changes) =>
        new()
        {
            Key = key,
            Id = work.Id,
            Generation = generation,
            Title = work.Title,
            TitleLanguage = work.TitleLanguage,
            Creators = work.Creators,
            Languages = work.Languages,
            Licence = work.Licence,
            Url = WebAddress.Of(work.Url),
            Published = work.Published,
            Changes = [.. changes],
        };

    private static LineageNode Broken(string key, int generation, ClaimedWork work) =>
        new()
        {
            Key = key,
            Id = null,
            Generation = generation,
            Title = work.Title,
            Creators = work.Creators,
            Licence = work.Reading,
            Url = work.Url,
        };
}
