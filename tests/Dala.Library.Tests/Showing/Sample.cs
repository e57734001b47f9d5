using Dala.Library.Showing;

namespace Dala.Library.Tests.Showing;

/// <summary>A resource from claims that are written down in a test.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Day = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static ShownResource Of(params (string Field, string Value, string? Language)[] said)
    {
        var source = new Source
        {
            Id = Guid.CreateVersion7(),
            Name = "stories",
            Title = "Stories",
            CreatedAt = Day,
        };
        var resource = new Resource
        {
            Id = Guid.CreateVersion7(),
            SourceId = source.Id,
            Identifier = "1",
            ChangeNumber = 1,
            CreatedAt = Day,
            ChangedAt = Day,
        };
        List<Claim> claims =
        [
            .. said.Select(
                (claim, place) =>
                    new Claim
                    {
                        ResourceId = resource.Id,
                        Field = claim.Field,
                        RawRecordId = source.Id,
                        Position = place,
                        SourceId = source.Id,
                        Value = claim.Value,
                        Language = claim.Language,
                        Rule = "sample@1/" + claim.Field,
                        ClaimedAt = Day,
                    }
            ),
        ];
        var languages = claims.Where(claim => claim.Field == Fields.Language).Select(claim => claim.Value).ToList();
        return new ShownResource
        {
            Resource = resource,
            Source = source,
            Summary = ResourceSummary.Of(resource, source, claims, "en"),
            Claims = claims,
            Shown = claims
                .Select(claim => claim.Field)
                .Distinct()
                .ToDictionary(field => field, field => ShownClaim.Of(claims, field, languages, "en")!),
            Licence = LicenceDecision.Of(claims),
            RawRecords = [],
            Versions = [],
        };
    }
}
