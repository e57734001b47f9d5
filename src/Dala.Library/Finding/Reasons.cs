using Dala.Platform.Languages;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>Why a resource was found, in the reader's words.</summary>
/// <param name="Sentences">One for each word of the question that was met, in the question's order.</param>
public sealed record Reasons(IReadOnlyList<Text> Sentences)
{
    /// <summary>The reasons, or null where there was no word to be met.</summary>
    public static Reasons? Of(FoundResource found, Concepts concepts, Words words)
    {
        if (found.Why is not { Words.Count: > 0 } why)
            return null;
        var sentences = why.Words.Select(match => Sentence(match, found.Summary, concepts, words)).ToList();
        // A work has titles in many languages, and one of them is shown.
        if (found.Title.Marks.Count == 0 && why.Words.Any(match => match.Fields.Contains(LibraryIndex.Title)))
            sentences.Add(words["library.why.other-title"]);
        // The factor is a little more than one where a preferred language helped.
        if (why.Preference > 1)
            sentences.Add(words["library.why.preferred"]);
        return new Reasons([.. sentences.DistinctBy(sentence => sentence.Value)]);
    }

    private static Text Sentence(WordMatch match, ResourceSummary summary, Concepts concepts, Words words)
    {
        if (match.Level == MatchLevel.Meaning)
            return Meaning(match, summary, concepts, words);
        var places = words.List(match.Fields.Select(field => words[Place(field)].Value));
        return words[
            match.Level switch
            {
                MatchLevel.Same => "library.why.same",
                MatchLevel.Form => "library.why.form",
                MatchLevel.Script => "library.why.script",
                MatchLevel.Part => "library.why.part",
                _ => "library.why.near",
            },
            ("asked", match.Asked),
            ("found", match.Found),
            ("places", Text.Of(places, words.Language))
        ];
    }

    // The name in the resource's own language shows what met what: Algebra = Алгебра. A work in a hundred languages has none of its own.
    private static Text Meaning(WordMatch match, ResourceSummary summary, Concepts concepts, Words words)
    {
        var name = concepts.NameOf(match.Found, summary.Languages is [var own] ? [own, words.Language] : [words.Language]);
        var isCalled = concepts.IsCalled(match.Found, match.Asked);
        return words[
            isCalled ? "library.why.meaning" : "library.why.narrower",
            ("asked", match.Asked),
            ("found", name?.Value ?? match.Found)
        ];
    }

    private static string Place(string field) =>
        field switch
        {
            LibraryIndex.Title => "library.why.in.title",
            LibraryIndex.Name => "library.why.in.name",
            LibraryIndex.Subject => "library.why.in.subject",
            LibraryIndex.Description => "library.why.in.description",
            _ => "library.why.in.text",
        };
}
