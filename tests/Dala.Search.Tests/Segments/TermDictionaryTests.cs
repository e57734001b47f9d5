using System.Text;
using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class TermDictionaryTests
{
    private static readonly Random Random = new(3);

    private static readonly string[] Words =
    [
        .. Enumerable
            .Range(0, 3000)
            .Select(_ => new string([.. Enumerable.Range(0, Random.Next(2, 10)).Select(_ => "abcdкнж"[Random.Next(7)])]))
            .Where(word => word.All(char.IsAscii) || !word.Any(char.IsAscii))
            .Distinct(),
    ];

    private static readonly Segment Segment = SomeSegment.Of(
        Words
            .Chunk(7)
            .Select((words, i) => new IndexDocument { Key = $"{i:0000}", Texts = [new("title", string.Join(' ', words), "sv")] })
    );

    private static readonly List<byte[]> Sorted = [.. Words.Select(SegmentContent.Encode).Order(ByteOrder.Comparer)];

    [Fact]
    public void All_terms_are_walked_in_the_order_of_their_bytes()
    {
        var walk = Segment.Terms.All();
        foreach (var (number, word) in Sorted.Index())
        {
            Assert.True(walk.Next());
            Assert.Equal(word, walk.Current.ToArray());
            Assert.Equal(number, walk.Place.Number);
        }

        Assert.False(walk.Next());
        Assert.False(walk.Next());
    }

    [Fact]
    public void Each_term_is_found_and_no_other()
    {
        foreach (var (number, word) in Sorted.Index())
        {
            Assert.True(Segment.Terms.TryFind(word, out var place));
            Assert.Equal(number, place.Number);
            var walk = Segment.Terms.At(number);
            Assert.True(walk.Next());
            Assert.Equal(word, walk.Current.ToArray());
            Assert.False(Segment.Terms.TryFind([.. word, 0], out _));
            Assert.False(Segment.Terms.TryFind([.. word[..^1], (byte)(word[^1] + 100)], out _));
        }

        Assert.False(Segment.Terms.TryFind([], out _));
    }

    [Fact]
    public void Seeking_goes_to_the_first_term_that_is_not_before()
    {
        for (var run = 0; run < 200; run++)
        {
            var walk = Segment.Terms.All();
            var at = 0;
            while (at < Sorted.Count)
            {
                at += Random.Next(Random.Next(2) == 0 ? 4 : 400);
                var sought = at < Sorted.Count ? Sorted[at][..Random.Next(1, Sorted[at].Length + 1)] : [0xFF];
                // Only forward: a beginning may lie before what was passed.
                var passed = walk.Current.ToArray();
                walk.Seek(sought);
                var expected = Sorted.FindIndex(word =>
                    word.AsSpan().SequenceCompareTo(sought) >= 0 && word.AsSpan().SequenceCompareTo(passed) > 0
                );
                Assert.Equal(expected >= 0, walk.Next());
                if (expected < 0)
                    break;
                Assert.Equal(Sorted[expected], walk.Current.ToArray());
                at = Math.Max(at, expected);
            }
        }
    }

    [Fact]
    public void Near_terms_are_those_at_a_small_distance_from_the_word()
    {
        foreach (var word in Words.Concat(Words.Select(word => word + "a")).Where(word => NearTerms.MostFor(word) > 0).Take(300))
        {
            var most = NearTerms.MostFor(word);
            var expected = Words
                .Select(other => (Text: other, Distance: Distance(word, other)))
                .Where(other => other.Distance <= most)
                .OrderBy(other => other.Text, StringComparer.Ordinal);

            Assert.Equal(
                expected,
                NearTerms
                    .Find(word, most, Segment.Terms)
                    .Select(found => (found.Text, found.Distance))
                    // What lies further off is another form of something near.
                    .Where(found => Distance(word, found.Text) <= most)
                    .OrderBy(found => found.Text, StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Every_relation_of_a_term_leads_to_it()
    {
        AssertRelated(Segment);
        var half = SomeSegment.Of(
            Words
                .Where((_, i) => i % 2 == 0)
                .Select((word, i) => new IndexDocument { Key = $"x{i:0000}", Texts = [new("title", word, "kk")] })
        );
        var hollow = new SegmentView(half, Deletions.None.With(Enumerable.Range(0, half.Documents / 2), half.Documents));
        AssertRelated(SomeSegment.Merged([Segment.Whole(), hollow]));
        AssertRelated(SomeSegment.Merged([hollow]));
    }

    private static void AssertRelated(Segment segment)
    {
        var walk = segment.Terms.All();
        while (walk.Next())
        {
            var sink = new Collected([]);
            var text = Encoding.UTF8.GetString(walk.Current);
            Relations.OfTerm(text, walk.Place.Languages, ref sink);
            foreach (var (level, language, common) in sink.Found.Where(found => found.Common != text))
            {
                var numbers = new List<int>();
                segment.Related.Find(level, language, common, numbers);
                Assert.Contains(walk.Place.Number, numbers);
            }
        }
    }

    // Restricted: what was swapped is not changed again.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                            table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                        );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }

    private readonly struct Collected(List<(MatchLevel Level, byte Language, string Common)> found) : IRelationSink
    {
        public List<(MatchLevel Level, byte Language, string Common)> Found => found;

        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common) =>
            found.Add((level, language, common.ToString()));
    }
}
