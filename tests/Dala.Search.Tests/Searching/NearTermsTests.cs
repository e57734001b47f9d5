using System.Numerics;
using System.Text;
using Dala.Bench.Relevance;
using Dala.Search.Analysis;
using Dala.Search.Searching;
using Dala.Search.Segments;
using Dala.Search.Tests.Segments;
using Dala.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests.Searching;

public sealed class NearTermsTests
{
    private static readonly Segment Titles = SomeSegment.Of(
        RelevanceSet
            .ReadAll(Path.Combine(SharedData.Root, "tests", "Dala.Bench", "Relevance", "Sets"))
            .SelectMany(set =>
                set.Documents.Select(document => new IndexDocument
                {
                    Key = $"{set.Language} {document.Id}",
                    Texts = [new("title", document.Text, set.Language)],
                })
            )
    );

    private static readonly Arbitrary<string[]> Vocabularies = Gen.Elements("abcé".ToCharArray(), "абвқ".ToCharArray())
        .SelectMany(letters =>
            Gen.Choose(2, 12)
                .SelectMany(length => Gen.Elements(letters).ArrayOf(length))
                .Select(word => new string(word))
                .ArrayOf(60)
        )
        .ToArbitrary();

    [Fact]
    public void Words_of_real_titles_are_found_by_every_mistyped_spelling_as_if_all_were_compared()
    {
        var terms = Terms(Titles);
        var random = new Random(11);
        var typed = terms.Keys.Where(word => NearTerms.MostFor(word) > 0).Order(StringComparer.Ordinal).ToArray();

        foreach (var word in random.GetItems(typed, 150).Select(word => Mistyped(word, random)))
        {
            for (var most = 1; most <= NearTerms.MostFor(word); most++)
                Assert.Equal(Compared(word, most, Titles, terms), Found(word, most, Titles));
        }
    }

    [Fact]
    public void Words_of_any_vocabulary_are_found_as_if_all_were_compared() =>
        Prop.ForAll(
                Vocabularies,
                words =>
                {
                    var segment = SomeSegment.Of([
                        new IndexDocument { Key = "1", Texts = [new("title", string.Join(' ', words), "und")] },
                    ]);
                    var terms = Terms(segment);
                    foreach (var word in words.Where(word => NearTerms.MostFor(word) > 0).Take(8))
                    {
                        for (var most = 1; most <= NearTerms.MostFor(word); most++)
                            Assert.Equal(Compared(word, most, segment, terms), Found(word, most, segment));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void With_few_steps_what_has_the_longest_beginning_in_common_is_found()
    {
        string[] words =
        [
            .. Enumerable
                .Range(0, 3000)
                .Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}library{(char)('a' + (i / 676))}"),
        ];
        var segment = SomeSegment.Of([new IndexDocument { Key = "1", Texts = [new("title", string.Join(' ', words), "und")] }]);
        var steps = 40;

        var found = NearTerms.Find("mblibrary", 2, segment, ref steps).Select(term => term.Text).ToList();

        Assert.Equal(0, steps);
        Assert.Contains("mblibrarya", found);
        Assert.Contains("mblibrarye", found);
        Assert.InRange(found.Count, 5, 40);
    }

    [Theory]
    [InlineData("abc", 0)]
    [InlineData("abcd", 1)]
    [InlineData("abcdefg", 1)]
    [InlineData("abcdefgh", 2)]
    [InlineData("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 0)]
    public void A_longer_word_may_differ_by_more_letters(string word, int most) => Assert.Equal(most, NearTerms.MostFor(word));

    [Fact]
    public void A_word_of_a_sentence_length_is_near_to_nothing() => Assert.Equal(0, NearTerms.MostFor(new string('a', 41)));

    private static List<(string Text, int Distance)> Found(string word, int most, Segment segment)
    {
        var steps = int.MaxValue;
        return
        [
            .. NearTerms
                .Find(word, most, segment, ref steps)
                .Select(found => (found.Text, found.Distance))
                .OrderBy(found => found.Text, StringComparer.Ordinal),
        ];
    }

    // By the definition: a term is as far as it is itself, or as the nearest beginning of which it is a form.
    private static List<(string Text, int Distance)> Compared(
        string word,
        int most,
        Segment segment,
        Dictionary<string, ulong> terms
    )
    {
        var near = new List<(string, int)>();
        foreach (var (term, languages) in terms)
        {
            if (Math.Min(term.Length, word.Length + most) + most < word.Length)
                continue;
            var distances = Distances(word, term);
            var nearest = distances[term.Length];
            for (var length = Math.Max(4, term.Length - 10); length < term.Length; length++)
            {
                if (
                    distances[length] > 0
                    && distances[length] < nearest
                    && distances[length] <= most
                    && IsForm(term, length, languages & segment.Languages)
                )
                    nearest = distances[length];
            }

            if (nearest <= most)
                near.Add((term, nearest));
        }

        return [.. near.OrderBy(found => found.Item1, StringComparer.Ordinal)];
    }

    private static bool IsForm(string term, int length, ulong languages)
    {
        Span<char> stem = stackalloc char[Stemmer.Longest];
        Span<char> other = stackalloc char[Stemmer.Longest];
        for (languages &= SearchLanguage.Candidates(term.AsSpan(0, length)); languages != 0; languages &= languages - 1)
        {
            var language = (byte)BitOperations.TrailingZeroCount(languages);
            var whole = stem[..Stemmer.Stem(term, language, stem)];
            if (whole.SequenceEqual(other[..Stemmer.Stem(term.AsSpan(0, length), language, other)]))
                return true;
        }

        return false;
    }

    private static Dictionary<string, ulong> Terms(Segment segment)
    {
        var terms = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var walk = segment.Terms.All();
        while (walk.Next())
        {
            if (!WordPairs.IsPair(walk.Current))
                terms.Add(Encoding.UTF8.GetString(walk.Current), walk.Place.Languages);
        }

        return terms;
    }

    private static string Mistyped(string word, Random random)
    {
        for (var slips = random.Next(3); slips > 0; slips--)
        {
            var at = random.Next(word.Length - 1);
            word = random.Next(4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, $"{word[random.Next(word.Length)]}"),
                2 => $"{word[..at]}{word[random.Next(word.Length)]}{word[(at + 1)..]}",
                _ => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            };
        }

        return word;
    }

    // Of each beginning of a term. Restricted: what was swapped is not changed again.
    private static int[] Distances(string word, string term)
    {
        var table = new int[term.Length + 1, word.Length + 1];
        for (var i = 0; i <= term.Length; i++)
        {
            for (var j = 0; j <= word.Length; j++)
            {
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                            table[i - 1, j - 1] + (term[i - 1] == word[j - 1] ? 0 : 1)
                        );
                if (i > 1 && j > 1 && term[i - 1] == word[j - 2] && term[i - 2] == word[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return [.. Enumerable.Range(0, term.Length + 1).Select(length => table[length, word.Length])];
    }
}
