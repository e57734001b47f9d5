using System.Text.Json;

namespace Dala.Bench.Relevance;

/// <summary>A text that is searched in.</summary>
/// <param name="From">The work it was taken from, as README.md beside the sets lists them; <c>own</c> if it was written for this.</param>
internal sealed record JudgedDocument(string Id, string Text, string From);

/// <summary>A query, and the judgement of a reader of its language over every document of the set.</summary>
/// <param name="Must">The documents that answer it.</param>
/// <param name="MustNot">Near neighbours that do not: the traps. So is every document that no list names.</param>
/// <param name="May">Documents that neither help nor harm, such as a derivation of the word.</param>
internal sealed record JudgedCase(
    string Kind,
    string Query,
    IReadOnlyList<string> Must,
    IReadOnlyList<string>? MustNot = null,
    IReadOnlyList<string>? May = null
)
{
    /// <summary>Whether the case is kept from those who tune the language rules, to show what these do to words they have not seen.</summary>
    public bool HeldOut { get; init; }

    /// <summary>Every list of documents that the case has.</summary>
    public IEnumerable<string> Named => Must.Concat(MustNot ?? []).Concat(May ?? []);
}

/// <summary>The documents and cases of one language.</summary>
internal sealed record RelevanceSet(string Language, IReadOnlyList<JudgedDocument> Documents, IReadOnlyList<JudgedCase> Cases)
{
    /// <summary>The languages whose search is judged in full; sets of others are small and show a little.</summary>
    public static IReadOnlyList<string> Full { get; } = ["kk", "ky", "tg", "uz", "ru", "en", "fr", "es", "ar", "zh", "sv"];

    public static IReadOnlyList<string> Small { get; } = ["az", "tk"];

    public string TextOf(string id) => Documents.First(document => document.Id == id).Text;

    public static IReadOnlyList<RelevanceSet> ReadAll(string folder) =>
        [.. Full.Concat(Small).Select(language => Read(folder, language))];

    private static RelevanceSet Read(string folder, string language)
    {
        var seen = Parse<CaseFile>(folder, $"{language}.json").Cases;
        var heldOut = Parse<CaseFile>(folder, $"{language}.held.json").Cases;
        return new(
            language,
            Parse<DocumentFile>(folder, $"{language}.documents.json").Documents,
            [.. seen, .. heldOut.Select(held => held with { HeldOut = true })]
        );
    }

    private static T Parse<T>(string folder, string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), JsonSerializerOptions.Web)!;

    private sealed record DocumentFile(IReadOnlyList<JudgedDocument> Documents);

    private sealed record CaseFile(IReadOnlyList<JudgedCase> Cases);
}
