using System.Text.Json;
using System.Text.RegularExpressions;
using Dala.Library.Finding;
using Dala.Standards.Vocabularies;
using Dala.Testing;

namespace Dala.Library.Tests.Finding;

public sealed partial class ConceptsTests
{
    private const string Algebra = "unesco:2018";

    private static readonly Concepts Known = new(English.Book);

    [Theory]
    [InlineData("algebra")]
    [InlineData("Алгебра")]
    [InlineData("algèbre")]
    [InlineData("álgebra")]
    [InlineData("الجبر")]
    [InlineData("代数")]
    public void A_question_names_a_concept_in_any_language(string question)
    {
        var first = Known.In(question)[0];

        Assert.Equal((question, "concept", Algebra), (first.Words, first.Field, first.Value));
    }

    [Theory]
    [InlineData("математика")]
    [InlineData("mathématiques")]
    [InlineData("الرياضيات")]
    [InlineData("matematika")]
    [InlineData("数学")]
    [InlineData("Mathematical sciences")]
    public void Mathematics_is_one_subject_in_the_thesaurus_and_in_ISCED_F_and_algebra_belongs_to_it(string question)
    {
        var values = Known.In(question).Select(equivalent => equivalent.Value).ToList();

        Assert.Contains("unesco:118", values);
        Assert.Contains("isced:0541", values);
        Assert.Contains(Algebra, values);
        Assert.DoesNotContain("isced:0542", values);
    }

    [Theory]
    [InlineData("математикадан", "unesco:118")]
    [InlineData("алгебраны", Algebra)]
    [InlineData("алгебрадан", Algebra)]
    [InlineData("алгебре", Algebra)]
    [InlineData("algebradan", Algebra)]
    [InlineData("органической химии", "unesco:1725")]
    public void A_name_in_another_form_names_the_concept_as_well(string question, string concept)
    {
        var first = Known.In(question)[0];

        Assert.Equal((question, concept), (first.Words, first.Value));
        Assert.True(Known.IsCalled(concept, question));
    }

    [Fact]
    public void A_name_that_is_a_form_of_a_subjects_name_means_the_subject_too()
    {
        var values = Known.In("математики").Select(equivalent => equivalent.Value).ToList();

        Assert.Equal("unesco:13826", values[0]);
        Assert.Contains("unesco:118", values);
        Assert.Contains("isced:0541", values);
        Assert.DoesNotContain("unesco:118", Known.In("mathematicians").Select(equivalent => equivalent.Value));
    }

    [Theory]
    [InlineData("universe", "universities")]
    [InlineData("planes", "plan")]
    [InlineData("atom", "ат")]
    [InlineData("organs", "organizations")]
    public void A_word_that_only_begins_alike_names_nothing_of_the_other(string question, string other)
    {
        var others = Known.In(other).Select(equivalent => equivalent.Value);

        Assert.Empty(Known.In(question).Select(equivalent => equivalent.Value).Intersect(others));
    }

    [Fact]
    public void The_longest_name_wins_and_the_words_are_those_of_the_question()
    {
        var equivalents = Known.In("free Computer  science, algebra lessons");

        Assert.Equal(["Computer  science", "algebra"], equivalents.Select(equivalent => equivalent.Words).Distinct());
    }

    [Theory]
    [InlineData("\"algebra\"")]
    [InlineData("-algebra")]
    [InlineData("algebra*")]
    [InlineData("title:algebra")]
    [InlineData("Other")]
    [InlineData("")]
    public void What_is_no_plain_word_names_nothing(string question) => Assert.Empty(Known.In(question));

    [Fact]
    public void A_name_that_stands_above_many_does_not_find_each_of_them()
    {
        var values = Known.In("finance").Select(equivalent => equivalent.Value).ToList();

        Assert.Equal(values.Distinct(), values);
        Assert.InRange(values.Count, 33, 40);
    }

    [Fact]
    public void A_part_of_a_fields_name_finds_what_is_tagged_with_the_field_and_not_the_other_part()
    {
        var statistics = Known.In("statistics").Select(equivalent => equivalent.Value).ToList();

        Assert.Contains("isced:054", statistics);
        Assert.Contains("isced:0542", statistics);
        Assert.DoesNotContain("isced:0541", statistics);
        Assert.Contains("isced:0541", Known.In("Mathematics and statistics").Select(equivalent => equivalent.Value));
    }

    [Fact]
    public void Claims_name_concepts_by_code_by_type_and_by_any_name()
    {
        Assert.Equal(["isced:0541"], Known.OfClaim(Fields.Subject, "0541"));
        Assert.Equal(["hcrt:simulation"], Known.OfClaim(Fields.Type, "simulation"));
        Assert.Equal([Algebra], Known.OfClaim(Fields.Keyword, "АЛГЕБРА"));
        Assert.Equal([], Known.OfClaim(Fields.Keyword, "algebra for everybody"));
        Assert.Equal([], Known.OfClaim(Fields.Title, "Algebra"));
    }

    [Fact]
    public void Is_called_by_its_name_in_the_first_language_that_has_one()
    {
        Assert.Equal(("Алгебра", "kk"), Name(["kk", "ru"]));
        Assert.Equal(("Algebra", "en"), Name(["tk"]));
        Assert.Null(Known.NameOf("unesco:0", ["en"]));
        Assert.True(Known.IsCalled(Algebra, "الجبر"));
        Assert.False(Known.IsCalled(Algebra, "mathematics"));

        (string, string) Name(string[] languages)
        {
            var name = Known.NameOf(Algebra, languages)!.Value;
            return (name.Value, name.Language);
        }
    }

    [Fact]
    public void Our_own_names_are_of_concepts_that_there_are_and_say_in_which_state_they_are()
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(SharedData.Root, "src/Dala.Library/Finding/concept-names.json"))
        );
        var states = file
            .RootElement.GetProperty("states")
            .EnumerateObject()
            .ToDictionary(state => state.Name, state => state.Value.GetString());
        var thesaurus = Vocabulary.Thesaurus.ToDictionary(concept => concept.Id, concept => concept.Labels["en"][0]);
        var faults = new List<string>();
        foreach (var concept in file.RootElement.GetProperty("concepts").EnumerateObject())
        {
            var isOfThesaurus = thesaurus.TryGetValue(concept.Name, out var english);
            if (
                isOfThesaurus
                    ? concept.Value.GetProperty("en").GetString() != english
                    : !Subjects.Codes.Contains(concept.Name["isced:".Length..])
            )
                faults.Add(concept.Name);
            foreach (var names in concept.Value.EnumerateObject())
            {
                if (!states.ContainsKey(names.Name))
                    faults.Add($"{concept.Name}: {names.Name}");
                foreach (var name in names.Value.GetString()!.Split(Vocabulary.Separator, StringSplitOptions.TrimEntries))
                {
                    if (
                        !name.IsNormalized()
                        || name.Length == 0
                        || LabelWords.Key(name).Length == 0
                        || !IsWrittenIn(names.Name, name)
                    )
                        faults.Add($"{concept.Name} {names.Name}: {name}");
                }
            }
        }

        Assert.Empty(faults);
        Assert.All(states.Values, state => Assert.Contains(state, new[] { "drafted", "reviewed" }));
    }

    // The letters of each language: a Russian letter in an Uzbek name, or a wrong apostrophe, is a slip.
    private static bool IsWrittenIn(string language, string name) =>
        language switch
        {
            "kk" => Kazakh.IsMatch(name),
            "ky" => Kyrgyz.IsMatch(name),
            "tg" => Tajik.IsMatch(name),
            "uz" => Uzbek.IsMatch(name),
            _ => true,
        };

    [GeneratedRegex(
        "^[а-яёәғқңөұүһі –-]+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Kazakh { get; }

    [GeneratedRegex("^[а-яёңөү, -]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kyrgyz { get; }

    [GeneratedRegex(
        "^[а-яёғӣқӯҳҷ, -]+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tajik { get; }

    [GeneratedRegex("^[a-zʻʼ, -]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uzbek { get; }
}
