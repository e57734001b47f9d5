using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

/// <summary>Phrases of frequent words are found by pairs, and those of others by their positions; nobody can tell the difference.</summary>
public sealed class WordPairsTests
{
    private static readonly string[] Frequent = ["the", "of", "end"];

    [Fact]
    public void Frequent_words_that_follow_each_other_are_a_term()
    {
        var segment = SomeSegment.Of(Documents(200, seed: 1));

        Assert.Equal(Frequent.Order(StringComparer.Ordinal), PairedWords(segment));
        Assert.True(Has(segment, "the", "of"));
        Assert.False(Has(segment, "the", "rare0"));
    }

    [Fact]
    public void Single_characters_of_a_script_without_spaces_are_not_paired_again()
    {
        var segment = SomeSegment.Of(Enumerable.Range(0, 20).Select(i => Document($"{i:D3}", "数学和物理")));

        Assert.All(PairedWords(segment), word => Assert.Equal(2, word.Length));
        Assert.True(Has(segment, "数学", "学和"));
        Assert.False(Has(segment, "数", "学"));
    }

    [Fact]
    public void A_merge_keeps_the_pairs_that_all_of_the_segments_have()
    {
        var many = SomeSegment.Of(Documents(200, seed: 1).Append(Document("200", "the rest")));
        var others = SomeSegment.Of(
            Enumerable.Range(300, 100).Select(i => Document($"{i:D3}", i % 2 == 0 ? "of the end" : "the rest"))
        );

        var merged = SomeSegment.Merged([many.Whole(), others.Whole()]);

        Assert.Equal(["end", "of", "the"], PairedWords(merged));
        Assert.True(Has(merged, "of", "the"));
        Assert.False(Has(merged, "the", "rest"));
    }

    [Fact]
    public void A_merge_keeps_the_pairs_of_a_language_that_the_elder_does_not_have()
    {
        var english = SomeSegment.Of(Documents(200, seed: 1));
        var kazakh = SomeSegment.Of(Enumerable.Range(200, 100).Select(i => Document($"{i:D3}", "және бұл бір")));

        var merged = SomeSegment.Merged([english.Whole(), kazakh.Whole()]);

        Assert.Equal(Frequent.Concat(["және", "бұл", "бір"]).Order(StringComparer.Ordinal), PairedWords(merged));
        Assert.True(Has(merged, "және", "бұл"));
        Assert.True(Has(merged, "the", "of"));
    }

    [Fact]
    public void Phrases_of_frequent_and_of_rare_words_are_found_where_they_stand()
    {
        var documents = Documents(300, seed: 2);
        using var library = new Library(memory: 0);
        // Batch by batch, in which different words are frequent.
        foreach (var batch in documents.Chunk(70))
            library.Apply([.. batch.Select(document => new IndexChange.Put(document))]);
        library.Apply(Library.Remove("003"), Library.Put("004", "the of the end"));
        library.Index.Commit();
        library.Index.WaitForMerges();
        documents.RemoveAll(document => document.Key is "003" or "004");
        documents.Add(Document("004", "the of the end"));

        foreach (
            var phrase in (string[])
                ["the of", "of the", "the the", "the of the", "of the end", "the rare1", "rare1 of the", "the of the end"]
        )
        {
            var expected = documents
                .Where(document => $" {document.Title} ".Contains($" {phrase} ", StringComparison.Ordinal))
                .Select(document => document.Key)
                .Order(StringComparer.Ordinal);
            var found = library.Index.Search(
                new SearchQuery
                {
                    Text = $"\"{phrase}\"",
                    Furthest = MatchLevel.Same,
                    Size = 1000,
                }
            );
            Assert.Equal(expected, found.Items.Select(hit => hit.Key).Order(StringComparer.Ordinal));
        }
    }

    private static List<IndexDocument> Documents(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Document(
                        $"{i:D3}",
                        string.Join(
                            ' ',
                            Enumerable
                                .Range(0, 8)
                                .Select(_ => random.Next(8) < 6 ? Frequent[random.Next(3)] : $"rare{random.Next(200)}")
                        )
                    )
                ),
        ];
    }

    private static IndexDocument Document(string key, string text) =>
        new()
        {
            Key = key,
            Title = text,
            Texts = [new IndexText("title", text)],
        };

    private static IEnumerable<string> PairedWords(Segment segment) =>
        Enumerable.Range(0, segment.PairedWords.Count).Select(segment.PairedWords.Text);

    private static bool Has(Segment segment, string first, string second) =>
        segment.Terms.TryFind(SegmentContent.Encode(WordPairs.TermOf(first, second)), out _);
}
