using Dala.Library.Lineage;
using Dala.Library.Settling;
using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Showing;

/// <summary>Everything there is to know about one resource.</summary>
public sealed record ShownResource
{
    public required ResourceSummary Summary { get; init; }
    public required Resource Resource { get; init; }
    public required Source Source { get; init; }

    /// <summary>Every claim, in the order of fields and of their being made.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>For each field of which something is claimed, the claim that is shown and why.</summary>
    public required IReadOnlyDictionary<string, ShownClaim> Shown { get; init; }
    public required LicenceDecision Licence { get; init; }

    /// <summary>What librarians decided about the licence, the newest first.</summary>
    public IReadOnlyList<LicenceSettlement> Settlements { get; init; } = [];

    /// <summary>The sources that say something of it, by id.</summary>
    public IReadOnlyDictionary<Guid, Source> Sources { get; init; } = new Dictionary<Guid, Source>();

    /// <summary>Where each raw record stands that the claims were read from, without its bytes.</summary>
    public required IReadOnlyList<RawPlace> RawRecords { get; init; }

    /// <summary>Every work that it was adapted or translated from, the nearest first.</summary>
    public IReadOnlyList<Ancestor> Ancestors { get; init; } = [];

    /// <summary>The same work in other languages or versions.</summary>
    public required IReadOnlyList<ResourceSummary> Versions { get; init; }
}

/// <summary>Where a raw record was read: file, record, line, and the SHA-256 of its bytes.</summary>
public sealed record RawPlace(Guid Id, string File, long Record, long? Line, string MediaType, string Mapping, byte[] Hash);

/// <summary>Shows one resource with its claims, its evidence and the same work in other languages.</summary>
public sealed class ShowResource(Store store, Ancestry ancestry)
{
    /// <summary>No work is known in more languages than this; a list without an end would be a page without an end.</summary>
    private const int MostVersions = 400;

    public async Task<Outcome<ShownResource>> Run(string id, string language, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key))
            return LibraryProblems.NoResource(id);
        var resource = await store.Set<Resource>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == key, ct);
        if (resource is null)
            return LibraryProblems.NoResource(id);

        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, ct);
        var claims = await store.Set<Claim>().AsNoTracking().Where(claim => claim.ResourceId == key).ToListAsync(ct);
        var raws = await store
            .Set<RawRecord>()
            .AsNoTracking()
            .Where(raw => raw.ResourceId == key && !raw.Superseded)
            .OrderBy(raw => raw.Id)
            .Select(raw => new RawPlace(raw.Id, raw.File, raw.Record, raw.Line, raw.MediaType, raw.Mapping, raw.Hash))
            .ToListAsync(ct);

        var languages = claims.Where(claim => claim.Field == Fields.Language).Select(claim => claim.Value).Distinct().ToList();
        return new ShownResource
        {
            Resource = resource,
            Source = sources[resource.SourceId],
            Summary = ResourceSummary.Of(resource, sources[resource.SourceId], claims, language),
            Claims =
            [
                .. claims
                    .OrderBy(claim => Order(claim.Field))
                    .ThenBy(claim => claim.ClaimedAt)
                    .ThenBy(claim => claim.RawRecordId)
                    .ThenBy(claim => claim.Position),
            ],
            Shown = claims
                .Select(claim => claim.Field)
                .Distinct()
                .ToDictionary(field => field, field => ShownClaim.Of(claims, field, languages, language)!),
            Licence = LicenceDecision.Of(claims),
            Settlements = await SettlementsOf.Resource(store, key, ct),
            Sources = sources,
            RawRecords = raws,
            Ancestors = ancestry.Of([key], language)[key],
            Versions = await Versions(key, claims, sources, language, ct),
        };
    }

    private static int Order(string field)
    {
        for (var place = 0; place < Fields.All.Count; place++)
        {
            if (Fields.All[place] == field)
                return place;
        }

        return int.MaxValue;
    }

    private async Task<IReadOnlyList<ResourceSummary>> Versions(
        Guid id,
        List<Claim> claims,
        Dictionary<Guid, Source> sources,
        string language,
        CancellationToken ct
    )
    {
        var works = claims.Where(claim => claim.Field == Fields.Work).Select(claim => claim.Value).ToList();
        if (works.Count == 0)
            return [];
        var others = await store
            .Set<Claim>()
            .Where(claim => claim.Field == "work" && works.Contains(claim.Value) && claim.ResourceId != id)
            .Select(claim => claim.ResourceId)
            .Distinct()
            .Take(MostVersions)
            .ToListAsync(ct);
        var resources = await store
            .Set<Resource>()
            .AsNoTracking()
            .Where(resource => others.Contains(resource.Id))
            .ToListAsync(ct);
        // The whole texts of all versions would be read only to see that they are there.
        var said = await store
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => others.Contains(claim.ResourceId) && claim.Field != Fields.Other)
            .Select(claim => new Claim
            {
                ResourceId = claim.ResourceId,
                Field = claim.Field,
                RawRecordId = claim.RawRecordId,
                Position = claim.Position,
                SourceId = claim.SourceId,
                Value = claim.Field == Fields.Text ? "" : claim.Value,
                Language = claim.Language,
                RawValue = claim.Field == Fields.Licence ? claim.RawValue : null,
                Rule = claim.Rule,
                ClaimedAt = claim.ClaimedAt,
            })
            .ToListAsync(ct);
        var byResource = said.ToLookup(claim => claim.ResourceId);
        return
        [
            .. resources
                .Select(resource =>
                    ResourceSummary.Of(resource, sources[resource.SourceId], [.. byResource[resource.Id]], language)
                )
                .OrderBy(summary => summary.Languages.FirstOrDefault(), StringComparer.Ordinal),
        ];
    }
}
