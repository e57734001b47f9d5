using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Settling;

/// <summary>A resource about whose licence sources disagree.</summary>
public sealed record Contradiction(Guid Id, string Title, string? TitleLanguage, LicenceDecision Licence);

/// <summary>One page of contradictions, the oldest resources first.</summary>
/// <param name="Sources">The sources by id, for who says what.</param>
public sealed record Contradictions(IReadOnlyList<Contradiction> Items, IReadOnlyDictionary<Guid, Source> Sources, string? Next);

/// <summary>Lists the resources whose licence claims disagree and on which no decision stands.</summary>
public sealed class ListContradictions(Store store, BulkReader reader)
{
    private const int Size = 50;

    /// <summary>
    /// Resources that are looked at for one page. Many say the same in different words, so a page may be short and yet not be the last.
    /// </summary>
    private const int Looked = 500;

    private static readonly string[] Needed = [Fields.Title, Fields.Language, Fields.Licence, Fields.Weighed];

    public async Task<Outcome<Contradictions>> Run(string? after, string language, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.SettleLicences.Allows(actor))
            return LibraryProblems.SignInToSettle;
        var last = Guid.Empty;
        if (!string.IsNullOrEmpty(after) && !Guid.TryParse(after, out last))
            return LibraryProblems.BadCursor;

        var candidates = Candidates(last);
        var resources = await store
            .Set<Resource>()
            .AsNoTracking()
            .Where(resource => candidates.Contains(resource.Id))
            .ToDictionaryAsync(resource => resource.Id, resource => resource.Identifier, ct);
        var claims = (
            await store
                .Set<Claim>()
                .AsNoTracking()
                .Where(claim => candidates.Contains(claim.ResourceId) && Needed.Contains(claim.Field))
                .ToListAsync(ct)
        ).ToLookup(claim => claim.ResourceId);
        var contested = candidates
            .Select(id => Of(id, resources[id], [.. claims[id]], language))
            .Where(contradiction => contradiction.Licence.IsContested)
            .Take(Size + 1)
            .ToList();
        return new Contradictions(
            [.. contested.Take(Size)],
            await store.Set<Source>().AsNoTracking().ToDictionaryAsync(source => source.Id, ct),
            contested.Count > Size ? contested[Size - 1].Id.ToString()
                : candidates.Count == Looked ? candidates[^1].ToString()
                : null
        );
    }

    // Walks the index claim_licence in the order of resources and stops when there are enough.
    private List<Guid> Candidates(Guid after)
    {
        using var reading = reader.Begin();
        using var rows = reading.Read(
            """
            select resource_id
            from claim
            where field = 'licence' and resource_id > $1
            group by resource_id
            having min(coalesce(raw_value, value)) <> max(coalesce(raw_value, value))
            order by resource_id
            limit $2
            """,
            Columns.Bytes(after),
            Looked
        );
        var ids = new List<Guid>();
        while (rows.Read())
            ids.Add(Columns.Id(rows.GetFieldValue<byte[]>(0)));
        return ids;
    }

    private static Contradiction Of(Guid id, string identifier, List<Claim> claims, string language)
    {
        var languages = claims.Where(claim => claim.Field == Fields.Language).Select(claim => claim.Value).Distinct().ToList();
        var title = ShownClaim.Of(claims, Fields.Title, languages, language);
        return new Contradiction(id, title?.Value ?? identifier, title?.Claim.Language, LicenceDecision.Of(claims));
    }
}
