using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class PostingsTests
{
    public static TheoryData<int> Sizes => [1, 2, 127, 128, 129, 255, 256, 257, 1000];

    [Theory, MemberData(nameof(Sizes))]
    public void Documents_frequencies_and_positions_are_read_as_they_were_written(int size)
    {
        var truth = Documents(size, out var documents);
        var segment = SomeSegment.Of(documents);
        var term = TermOf(segment, "aa");

        var postings = new PostingsReader();
        postings.Open(segment, term);
        var positions = new PositionsReader(postings, segment);
        foreach (var (document, fields) in truth)
        {
            Assert.Equal(document, postings.MoveTo(postings.Document + 1));
            for (var field = 0; field < 2; field++)
            {
                var places = new int[1];
                var count = positions.Read(field, 0, ref places);
                Assert.Equal(fields[field], places[..count]);
            }
        }

        Assert.Equal(PostingsReader.None, postings.MoveTo(postings.Document + 1));
        Assert.Equal(PostingsReader.None, postings.MoveTo(PostingsReader.None));
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Leaps_arrive_where_steps_do(int size)
    {
        var truth = Documents(size, out var documents);
        var segment = SomeSegment.Of(documents);
        var random = new Random(size);
        for (var run = 0; run < 40; run++)
        {
            var postings = new PostingsReader();
            postings.Open(segment, TermOf(segment, "aa"));
            var positions = new PositionsReader(postings, segment);
            var at = random.Next(5);
            while (true)
            {
                var expected = truth.Keys.Where(document => document >= at).Append(PostingsReader.None).First();
                Assert.Equal(expected, postings.MoveTo(at));
                if (expected == PostingsReader.None)
                    break;
                // Some positions are read, and some are passed over.
                if (random.Next(2) == 0)
                {
                    var places = new int[1];
                    var count = positions.Read(1, 3, ref places);
                    Assert.Equal(truth[expected][1].Select(place => place - 3), places[..count]);
                }

                at = expected + 1 + random.Next(random.Next(2) == 0 ? 3 : 300);
            }
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Whatever_scores_more_than_a_threshold_is_a_candidate(int size)
    {
        _ = Documents(size, out var documents);
        var segment = SomeSegment.Of(documents);
        var snapshot = new Snapshot([segment.Whole()], 1, []);
        foreach (var text in (string[])["aa", "aa bb", "bb cc", "\"aa bb\"", "a*", "a* bb", "title:aa bb"])
        {
            var query = new SearchQuery
            {
                Text = text,
                Any = true,
                Furthest = MatchLevel.Same,
                PreferredLanguages = ["en", "ru"],
            };
            using var plan = QueryPlan.Of(snapshot, Library.Schema, query);
            using var search = new SegmentSearch(snapshot.Views[0], 0, plan, query);
            var scorer = search.Scorer();
            float[] scores = [.. Enumerable.Range(0, segment.Documents).Select(scorer.Score)];
            foreach (var share in (float[])[-1, 0, 0.3f, 0.7f, 0.99f, 1])
            {
                var threshold = share < 0 ? float.NegativeInfinity : scores.Max() * share;
                var candidates = Candidates(snapshot, plan, query, threshold, segment.Documents);
                for (var document = 0; document < scores.Length; document++)
                {
                    if (scores[document] > Math.Max(0, threshold))
                        Assert.True(
                            candidates[document],
                            $"{text}: {document} scores {scores[document]:r}, more than {threshold:r}"
                        );
                }
            }
        }
    }

    private static bool[] Candidates(Snapshot snapshot, QueryPlan plan, SearchQuery query, float threshold, int documents)
    {
        using var search = new SegmentSearch(snapshot.Views[0], 0, plan, query);
        var candidates = search.Scorer().Candidates();
        var found = new bool[documents];
        for (var first = 0; first < documents; first += 128)
        {
            var end = Math.Min(documents, first + 128);
            var bits = new ulong[Bitmap.Words(end - first)];
            Bitmap.Fill(bits, end - first);
            candidates.Keep(bits, threshold, first, end, new float[64 * bits.Length]);
            for (var document = first; document < Math.Min(documents, first + 128); document++)
                found[document] = Bitmap.Has(bits, document - first);
        }

        return found;
    }

    [Fact]
    public void Very_many_ways_to_occur_are_told_apart()
    {
        var profiles = new ProfilesContent();
        var parts = new byte[5];
        for (var number = 0; number < 200_000; number++)
        {
            for (var field = 0; field < parts.Length; field++)
                parts[field] = ProfilesContent.Part(field, 1 + (number / (int)Math.Pow(14, field) % 14));
            Assert.True(profiles[profiles.Of(parts)].SequenceEqual(parts), $"{number}");
        }
    }

    private static Term TermOf(Segment segment, string word)
    {
        Assert.True(segment.Terms.TryFind(SegmentContent.Encode(word), out var term));
        return term;
    }

    // The word aa in so many documents, among others without it; where it stands, by field.
    private static SortedDictionary<int, List<int>[]> Documents(int size, out List<IndexDocument> documents)
    {
        var random = new Random(size);
        var truth = new SortedDictionary<int, List<int>[]>();
        documents = [];
        while (truth.Count < size)
        {
            var number = documents.Count;
            string[] fields = [Text(random), Text(random)];
            if (random.Next(3) > 0)
                fields = [.. fields.Select(text => text.Replace("aa", "bb", StringComparison.Ordinal))];
            documents.Add(
                new IndexDocument
                {
                    Key = $"{number:00000}",
                    Texts =
                    [
                        new("title", fields[0], random.Next(2) == 0 ? "en" : "fr"),
                        new("description", fields[1], random.Next(2) == 0 ? "ru" : "fr"),
                    ],
                }
            );
            var places = Array.ConvertAll(
                fields,
                text => text.Split(' ').Index().Where(word => word.Item == "aa").Select(word => word.Index).ToList()
            );
            if (places.Any(field => field.Count > 0))
                truth.Add(number, places);
        }

        return truth;
    }

    private static string Text(Random random) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, random.Next(1, random.Next(20) == 0 ? 1500 : 12))
                .Select(_ =>
                    random.Next(3) switch
                    {
                        0 => "aa",
                        1 => "bb",
                        _ => "cc",
                    }
                )
        );
}
