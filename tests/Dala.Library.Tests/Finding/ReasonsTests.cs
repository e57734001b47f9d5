using Dala.Library.Finding;
using Dala.Library.Tests.Showing;
using Dala.Search;

namespace Dala.Library.Tests.Finding;

public class ReasonsTests
{
    private static readonly Concepts Concepts = new(English.Book);

    [Fact]
    public void Say_how_each_word_was_met_and_where()
    {
        var reasons = Of(
            preference: 1.2f,
            new WordMatch("kitob", "kitob", MatchLevel.Same, ["title", "text"], 3),
            new WordMatch("kitob", "kitoblar", MatchLevel.Form, ["title"], 2),
            new WordMatch("kitob", "китоб", MatchLevel.Script, ["description"], 1),
            new WordMatch("bibliotek", "skolbibliotek", MatchLevel.Part, ["subject"], 1),
            new WordMatch("Puskin", "pushkin", MatchLevel.Near, ["name"], 1)
        );

        Assert.Equal(
            [
                "“kitob” was found as typed: title and text",
                "“kitob” was found as “kitoblar”, another form of the word: title",
                "“kitob” was found as “китоб”, the same word in other letters: description",
                "“bibliotek” was found as a part of “skolbibliotek”: subjects and languages",
                "“Puskin” was found as “pushkin”, which is written nearly so: people and publishers",
                "It is in a language that comes first, so it stands a little higher.",
            ],
            reasons!.Sentences.Select(sentence => sentence.Value)
        );
    }

    [Fact]
    public void Name_a_concept_in_the_language_of_the_resource()
    {
        var reasons = Of(
            preference: 1,
            new WordMatch("algebra", "unesco:2018", MatchLevel.Meaning, ["concept"], 1),
            new WordMatch("mathematics", "unesco:2018", MatchLevel.Meaning, ["concept"], 1)
        );

        Assert.Equal(
            [
                "Found because “Алгебра” = “algebra”: it is marked with this",
                "Found because it is marked with “Алгебра”, which belongs to “mathematics”",
            ],
            reasons!.Sentences.Select(sentence => sentence.Value)
        );
    }

    [Fact]
    public void There_are_none_where_no_word_was_asked_for() => Assert.Null(Of(preference: 1));

    [Fact]
    public void Say_that_it_is_another_title_than_the_one_that_is_shown()
    {
        var reasons = Of(
            new MarkedText("Сызықтық алгебра", "kk", []),
            1,
            new WordMatch("linear", "linear", MatchLevel.Same, ["title"], 1)
        );

        Assert.Equal(
            [
                "“linear” was found as typed: title",
                "The title meant is not the one shown here: it is in another language, or that of a whole to which this belongs.",
            ],
            reasons!.Sentences.Select(sentence => sentence.Value)
        );
    }

    private static Reasons? Of(float preference, params WordMatch[] matches) =>
        Of(new MarkedText("Сызықтық алгебра", "kk", [new TextRange(0, 8)]), preference, matches);

    private static Reasons? Of(MarkedText title, float preference, params WordMatch[] matches) =>
        Reasons.Of(
            new FoundResource(
                Sample.Of((Fields.Title, "Сызықтық алгебра", "kk"), (Fields.Language, "kk", null)).Summary,
                title,
                null,
                new Explanation(6, matches, preference)
            ),
            Concepts,
            English.Words
        );
}
