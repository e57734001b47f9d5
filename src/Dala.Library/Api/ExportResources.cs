using System.Runtime.CompilerServices;
using System.Text.Json;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Api;

/// <summary>One line of the export: a resource with every claim, where each comes from, and what no field has a place for.</summary>
public sealed record ExportedResource
{
    public required Guid Id { get; init; }
    public required string Source { get; init; }
    public required string Identifier { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required LicenceJson Licence { get; init; }
    public required IReadOnlyList<ClaimJson> Claims { get; init; }
    public required IReadOnlyList<RawRecordJson> Records { get; init; }

    /// <summary>The fields of each record that the mapping does not use, as they stood.</summary>
    public IReadOnlyList<OtherFields>? Other { get; init; }
}

/// <summary>What else stood in a record.</summary>
public sealed record OtherFields(Guid Record, JsonElement Fields);

/// <summary>Gives out everything that the library holds, resource by resource, in the order of their being taken in.</summary>
public sealed class ExportResources(Store store)
{
    /// <summary>Resources that are in memory at a time.</summary>
    private const int Step = 200;

    public async IAsyncEnumerable<ExportedResource> Run([EnumeratorCancellation] CancellationToken ct)
    {
        var sources = await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, source => source.Name, ct);
        var last = Guid.Empty;
        while (true)
        {
            // EF has no words for "after this id": ids are bytes, in the order of their time.
            var resources = await store
                .Set<Resource>()
                .FromSql($"select * from resource where id > {Columns.Bytes(last)} order by id limit {Step}")
                .AsNoTracking()
                .ToListAsync(ct);
            if (resources.Count == 0)
                yield break;
            last = resources[^1].Id;
            var ids = resources.Select(resource => resource.Id).ToList();
            var claims = (
                await store.Set<Claim>().AsNoTracking().Where(claim => ids.Contains(claim.ResourceId)).ToListAsync(ct)
            ).ToLookup(claim => claim.ResourceId);
            var records = (
                await store
                    .Set<RawRecord>()
                    .AsNoTracking()
                    .Where(raw => raw.ResourceId != null && ids.Contains(raw.ResourceId.Value) && !raw.Superseded)
                    .Select(raw => new
                    {
                        raw.ResourceId,
                        Place = new Showing.RawPlace(
                            raw.Id,
                            raw.File,
                            raw.Record,
                            raw.Line,
                            raw.MediaType,
                            raw.Mapping,
                            raw.Hash
                        ),
                    })
                    .ToListAsync(ct)
            ).ToLookup(raw => raw.ResourceId!.Value, raw => raw.Place);
            foreach (var resource in resources)
                yield return Exported(
                    resource,
                    sources.GetValueOrDefault(resource.SourceId, ""),
                    [.. claims[resource.Id]],
                    [.. records[resource.Id]]
                );
        }
    }

    private static ExportedResource Exported(
        Resource resource,
        string source,
        List<Claim> claims,
        List<Showing.RawPlace> records
    ) =>
        new()
        {
            Id = resource.Id,
            Source = source,
            Identifier = resource.Identifier,
            CreatedAt = resource.CreatedAt,
            ChangedAt = resource.ChangedAt,
            Licence = LicenceJson.Of(LicenceDecision.Of(claims).Reading),
            Claims =
            [
                .. claims
                    .Where(claim => claim.Field != Fields.Other)
                    .OrderBy(claim => claim.Field, StringComparer.Ordinal)
                    .ThenBy(claim => claim.RawRecordId)
                    .ThenBy(claim => claim.Position)
                    .Select(ClaimJson.Of),
            ],
            Records = [.. records.OrderBy(record => record.Id).Select(RawRecordJson.Of)],
            Other = claims.Where(claim => claim.Field == Fields.Other).Select(Other).ToList() is { Count: > 0 } other
                ? other
                : null,
        };

    private static OtherFields Other(Claim claim)
    {
        using var json = JsonDocument.Parse(claim.Value);
        return new OtherFields(claim.RawRecordId, json.RootElement.Clone());
    }
}
