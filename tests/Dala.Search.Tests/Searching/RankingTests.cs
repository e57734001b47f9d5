using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests.Searching;

public sealed class RankingTests
{
    private static readonly string[] Words = ["ab", "abc", "b", "ba", "cab", "d", "дом", "дома", "книга"];

    private static readonly string[] Queries =
    [
        "ab",
        "ab b",
        "a*",
        "\"ab b\"",
        "\"b d\" ab",
        "title:ab",
        "description:b title:ba",
        "дом",
        "д* ab",
        "cab дома книга",
    ];

    [Fact]
    public void Scores_and_order_equal_those_reckoned_from_the_documents() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    var documents = Enumerable.Range(0, random.Next(1, 60)).Select(i => Document(random, i)).ToList();
                    using var library = new Library(memory: random.Next(2) * 2000);
                    foreach (var part in documents.Chunk(random.Next(1, 30)))
                        library.Index.Apply(part.Select(document => new IndexChange.Put(document)), 1);
                    var ranking = new DirectRanking(documents, Library.Schema);

                    foreach (var text in Queries)
                    {
                        var any = random.Next(3) == 0;
                        var query = new SearchQuery
                        {
                            Text = text,
                            Any = any,
                            Furthest = MatchLevel.Same,
                            Size = random.Next(3) == 0 ? 5 : 1000,
                            Explain = true,
                        };
                        AssertSame(ranking.Scores(text, any), library.Index.Search(query), query.Size);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static void AssertSame(Dictionary<string, double> expected, SearchResult result, int size)
    {
        Assert.Equal(expected.Count, result.Total);
        var best = expected.Values.OrderDescending().Take(size).ToList();
        Assert.Equal(best.Count, result.Items.Count);
        for (var i = 0; i < best.Count; i++)
        {
            var hit = result.Items[i];
            // Scores are told in seven digits; of two that agree in them either may come first.
            Assert.Equal(1, hit.Score / best[i], 1e-4);
            Assert.Equal(1, hit.Score / expected[hit.Key], 1e-4);
            Assert.Equal(1, hit.Why!.Words.Sum(word => word.Score) * hit.Why.Preference / hit.Score, 1e-4);
        }
    }

    private static IndexDocument Document(Random random, int number) =>
        new()
        {
            Key = $"{number:000}",
            Texts =
            [
                .. Enumerable.Range(0, random.Next(3)).Select(_ => new IndexText("title", Text(random, 6), "en")),
                .. Enumerable.Range(0, random.Next(3)).Select(_ => new IndexText("description", Text(random, 40), "ru")),
            ],
        };

    private static string Text(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => Words[random.Next(Words.Length)]));
}
