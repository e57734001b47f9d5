using Dala.Search;
using Dala.Standards.Licences;

namespace Dala.Library.Finding;

/// <summary>Turns a resource and its claims into what the index needs to know of it.</summary>
public sealed class DocumentOfResource(Concepts concepts, LanguagesByName languagesByName)
{
    public IndexDocument Of(ClaimedResource resource, string source)
    {
        var claims = resource.Claims;
        var texts = new List<IndexText>(claims.Count);
        var licence = LicenceDecision.Of(claims).Reading;
        var facets = new HashSet<IndexFacet> { new("source", source), new("tier", licence.Tier.ToString()) };
        facets.UnionWith(Allowed.By(licence).Select(may => new IndexFacet(LibraryIndex.May, may)));
        if (StatedLicence.Of(licence) is { IsKnown: true } stated)
            facets.Add(new IndexFacet(LibraryIndex.Licence, stated.ToString()));
        var seen = new HashSet<(string, string)>();
        var languages = LanguagesOf(claims);
        foreach (var claim in claims)
        {
            // Several rows of one work repeat its title and its author: said twice is not twice as much about it.
            if (!seen.Add((claim.Field, claim.Value)))
                continue;
            if (TextFieldOf(claim.Field) is { } field)
                texts.Add(new IndexText(field, claim.Value, claim.Language ?? languages.FirstOrDefault()));
            foreach (var facet in FacetsOf(claim))
                facets.Add(facet);
            foreach (var concept in concepts.OfClaim(claim.Field, claim.Value))
                facets.Add(new IndexFacet(LibraryIndex.Concept, concept));
            if (claim.Field == Fields.Language)
                texts.AddRange(languagesByName.Of(claim.Value));
        }

        var title = ShownClaim.Of(claims, Fields.Title, languages);
        return new IndexDocument
        {
            Key = resource.Id.ToString(),
            Texts = texts,
            Facets = [.. facets],
            Date = DateOf(claims),
            Title = title?.Value ?? resource.Identifier,
            TitleLanguage = title?.Claim.Language ?? languages.FirstOrDefault(),
        };
    }

    private static string? TextFieldOf(string field) =>
        field switch
        {
            Fields.Title or Fields.PartOf => LibraryIndex.Title,
            Fields.Creator or Fields.Contributor or Fields.Illustrator or Fields.Translator or Fields.Publisher =>
                LibraryIndex.Name,
            Fields.Keyword => LibraryIndex.Subject,
            Fields.Description or Fields.Note => LibraryIndex.Description,
            Fields.Text => LibraryIndex.Text,
            _ => null,
        };

    // A code of ISCED-F stands under its broader ones: who filters by 05 finds 0541 too.
    private static IEnumerable<IndexFacet> FacetsOf(Claim claim) =>
        claim.Field switch
        {
            Fields.Language => [new IndexFacet("language", claim.Value)],
            Fields.Type => [new IndexFacet("type", claim.Value)],
            Fields.Level => [new IndexFacet("level", claim.Value)],
            Fields.Subject => Subjects.WithBroader(claim.Value).Select(code => new IndexFacet("subject", code)),
            _ => [],
        };

    private static List<string> LanguagesOf(IReadOnlyList<Claim> claims) =>
        [.. claims.Where(claim => claim.Field == Fields.Language).Select(claim => claim.Value).Distinct()];

    private static long DateOf(IReadOnlyList<Claim> claims) =>
        claims
            .Where(claim => claim.Field is Fields.Modified or Fields.Published)
            .Select(claim => DayOf(claim.Value))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Days since the year 1; 0 where the text is no date. A year or a month alone counts from its first day, a moment as its day.</summary>
    private static long DayOf(string text) => DayRange.Of(text.Length > 10 ? text[..10] : text)?.First.DayNumber ?? 0;
}
