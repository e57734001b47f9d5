using System.Text;
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
    public void Seeking_by_numbers_goes_forth_and_back()
    {
        var walk = Segment.Terms.All();
        var number = 0;
        for (var run = 0; run < 2000; run++)
        {
            number = Random.Next(2) == 0 ? Random.Next(Sorted.Count) : Math.Min(number + Random.Next(3), Sorted.Count - 1);
            walk.Seek(number);
            for (var i = number; i < Math.Min(number + Random.Next(3), Sorted.Count); i++)
            {
                Assert.True(walk.Next());
                Assert.Equal(Sorted[i], walk.Current.ToArray());
                Assert.Equal(i, walk.Place.Number);
            }
        }
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

    private readonly struct Collected(List<(MatchLevel Level, byte Language, string Common)> found) : IRelationSink
    {
        public List<(MatchLevel Level, byte Language, string Common)> Found => found;

        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common) =>
            found.Add((level, language, common.ToString()));
    }
}
