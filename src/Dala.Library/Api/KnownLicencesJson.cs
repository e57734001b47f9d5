using Dala.Standards.Licences;

namespace Dala.Library.Api;

/// <summary>Every licence that can be recognised.</summary>
public sealed record KnownLicencesJson(IReadOnlyList<KnownLicenceJson> Items)
{
    public static KnownLicencesJson Of(string language) =>
        new([.. Licences.All.Select(licence => KnownLicenceJson.Of(licence, language))]);
}

/// <summary>A licence with what it permits, requires and prohibits, in the words of <c>http://creativecommons.org/ns#</c>.</summary>
/// <param name="Title">The official title in the reader's language, or else in English.</param>
/// <param name="Deprecated">The day from which its publisher advises against it.</param>
public sealed record KnownLicenceJson(
    string Uri,
    string Label,
    string Title,
    string Unit,
    string? Version,
    string? Jurisdiction,
    string? Spdx,
    string Tier,
    IReadOnlyList<string> Permits,
    IReadOnlyList<string> Requires,
    IReadOnlyList<string> Prohibits,
    DateOnly? Deprecated
)
{
    public static KnownLicenceJson Of(Licence licence, string language) =>
        new(
            licence.Uri,
            licence.Label,
            licence.Titles.GetValueOrDefault(language) ?? licence.Titles["en"],
            licence.Unit,
            licence.Version,
            licence.Jurisdiction,
            licence.Spdx,
            licence.Tier.ToString(),
            licence.Permits,
            licence.Requires,
            licence.Prohibits,
            licence.Deprecated
        );
}

/// <summary>How licence statements were read, in the order in which they were sent.</summary>
public sealed record RecognisedListJson(IReadOnlyList<RecognisedJson> Items);
