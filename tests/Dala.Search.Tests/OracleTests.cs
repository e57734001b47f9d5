namespace Dala.Search.Tests;

public sealed class OracleTests
{
    private static readonly string[] Words =
    [
        "ab",
        "abc",
        "b",
        "ba",
        "cab",
        "d",
        "дом",
        "дома",
        "ел",
        "книга",
        "كتاب",
        "कि",
        "x1",
    ];
    private static readonly string[] Levels = ["primary", "secondary", "higher", "adult"];
    private static readonly string[] Languages = ["en", "kk", "ru"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Totals_counts_and_order_equal_those_of_reading_every_document(int seed)
    {
        var random = new Random(seed);
        using var library = new Library();
        var naive = new NaiveIndex();

        for (var step = 0; step < 12; step++)
        {
            var changes = Enumerable.Range(0, random.Next(1, step == 0 ? 300 : 60)).Select(_ => Change(random)).ToArray();
            library.Apply(changes);
            naive.Apply(changes);
            if (random.Next(4) == 0)
                library.Reopen();

            Assert.Equal(naive.Count, library.Index.Count);
            for (var i = 0; i < 25; i++)
                AssertSame(library.Index, naive, Query(random));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_count_beside_a_value_is_what_the_filter_then_finds(int seed)
    {
        var random = new Random(seed);
        using var library = new Library();
        library.Apply([.. Enumerable.Range(0, 400).Select(_ => Change(random))]);

        for (var i = 0; i < 40; i++)
        {
            var query = Query(random);
            var result = library.Index.Search(query);
            foreach (var (field, counts) in result.Facets)
            {
                foreach (var (value, count, _) in counts)
                {
                    var filters = new Dictionary<string, IReadOnlyList<string>>(query.Filters) { [field] = [value] };
                    Assert.Equal(count, library.Index.Search(query with { Filters = filters }).Total);
                }
            }
        }
    }

    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Title)]
    public void Pages_one_after_the_other_are_one_big_page(SearchOrder order)
    {
        var random = new Random(7);
        using var library = new Library();
        for (var step = 0; step < 9; step++)
            library.Apply([.. Enumerable.Range(0, 70).Select(_ => Change(random))]);
        // A merge forgets the deleted documents, which the rarity of words still counts.
        library.Index.WaitForMerges();

        foreach (var text in (string[])["", "ab", "d -b", "a* книга"])
        {
            var query = new SearchQuery
            {
                Text = text,
                Order = order,
                Size = 1000,
                PreferredLanguages = ["kk"],
            };
            var whole = library.Index.Search(query);
            Assert.Null(whole.Next);
            var paged = new List<SearchHit>();
            var page = query with { Size = 7 };
            while (true)
            {
                var result = library.Index.Search(page);
                Assert.Equal(whole.Total, result.Total);
                paged.AddRange(result.Items);
                if (result.Next is null)
                    break;
                Assert.Equal(7, result.Items.Count);
                page = page with { After = result.Next };
            }

            Assert.Equal(whole.Items, paged);
            Assert.Equal(whole.Total, paged.Count);
            Assert.Equal(paged.Count, paged.DistinctBy(hit => hit.Key).Count());
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Deep_pages_of_filtered_hits_are_one_big_page(int seed)
    {
        var random = new Random(seed);
        using var library = new Library();
        library.Apply([.. Enumerable.Range(0, 400).Select(_ => Change(random))]);
        library.Apply([.. Enumerable.Range(0, 100).Select(_ => Change(random))]);
        library.Index.WaitForMerges();

        for (var i = 0; i < 20; i++)
        {
            var query = Query(random) with
            {
                DateFrom = random.Next(2) == 0 ? random.Next(10) : null,
                PreferredLanguages = random.Next(2) == 0 ? ["ru"] : [],
                Any = random.Next(3) == 0,
            };
            var whole = library.Index.Search(query);
            var paged = new List<SearchHit>();
            for (var page = query with { Size = random.Next(1, 9) }; page is not null; )
            {
                var result = library.Index.Search(page);
                paged.AddRange(result.Items);
                Assert.Equal(whole.Total, result.Total);
                foreach (var facet in query.Facets)
                    Assert.Equal(whole.Facets[facet], result.Facets[facet]);
                page = result.Next is null ? null : page with { After = result.Next };
            }

            Assert.Equal(whole.Total, whole.Items.Count);
            Assert.Equal(whole.Items, paged);
        }
    }

    [Theory]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Title)]
    public void A_page_begins_where_the_last_ended_although_the_index_has_changed(SearchOrder order)
    {
        using var library = new Library();
        library.Apply([.. Enumerable.Range(0, 20).Select(i => Dated($"k{i:00}", 100 - i, $"t{i:00}"))]);
        var first = library.Index.Search(new SearchQuery { Order = order, Size = 5 });
        Assert.Equal(["k00", "k01", "k02", "k03", "k04"], first.Items.Select(item => item.Key));

        library.Apply(Library.Remove("k04"), Library.Remove("k00"), Dated("new", 1000, "a"), Dated("k05b", 95, "t05"));

        var second = library.Index.Search(
            new SearchQuery
            {
                Order = order,
                Size = 5,
                After = first.Next,
            }
        );
        Assert.Equal(["k05", "k05b", "k06", "k07", "k08"], second.Items.Select(item => item.Key));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ы")]
    public void Refuses_a_cursor_that_no_page_gave(string cursor)
    {
        using var library = Library.Of("One", "Two");

        Assert.Throws<BadCursorException>(() => library.Index.Search(new SearchQuery { After = cursor }));
    }

    [Fact]
    public void Refuses_a_cursor_of_another_order()
    {
        using var library = Library.Of("One", "Two");
        var next = library.Index.Search(new SearchQuery { Size = 1 }).Next;

        Assert.Throws<BadCursorException>(() =>
            library.Index.Search(new SearchQuery { After = next, Order = SearchOrder.Title })
        );
    }

    [Fact]
    public void Lists_the_most_frequent_values_and_those_that_are_filtered_by()
    {
        using var library = new Library();
        library.Apply(
            Library.Put("1", "a", levels: ["x", "y"]),
            Library.Put("2", "a", levels: ["x", "z"]),
            Library.Put("3", "b", levels: ["w"])
        );

        var found = library.Index.Search(
            new SearchQuery
            {
                Text = "a",
                Facets = ["level"],
                FacetSize = 1,
                Filters = new Dictionary<string, IReadOnlyList<string>> { ["level"] = ["w", "z", "unknown"] },
            }
        );

        Assert.Equal(1, found.Total);
        Assert.Equal([new FacetCount("x", 2, 1), new FacetCount("z", 1, 1), new FacetCount("w", 0, 0)], found.Facets["level"]);
    }

    internal static IndexChange Change(Random random, int keys = 500)
    {
        var key = $"k{random.Next(keys):000}";
        if (random.Next(8) == 0)
            return Library.Remove(key);
        var title = Text(random, 4);
        return new IndexChange.Put(
            new IndexDocument
            {
                Key = key,
                Title = title,
                Date = random.Next(20),
                Texts =
                [
                    new("title", title, Languages[random.Next(3)]),
                    .. Enumerable
                        .Range(0, random.Next(3))
                        .Select(_ => new IndexText("description", Text(random, 8), Languages[random.Next(3)])),
                ],
                Facets =
                [
                    .. Enumerable
                        .Range(0, random.Next(4))
                        .Select(_ => new IndexFacet("level", Levels[random.Next(Levels.Length)])),
                    new("language", Languages[random.Next(3)]),
                ],
            }
        );
    }

    internal static SearchQuery Query(Random random) =>
        new()
        {
            Text = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Clause(random))),
            Order = (SearchOrder)random.Next(3),
            Furthest = MatchLevel.Same,
            Size = 1000,
            Facets = random.Next(4) == 0 ? [] : ["level", "language"],
            FacetSize = 100,
            Filters = new[] { ("level", Levels), ("language", Languages) }
                .Where(_ => random.Next(2) == 0)
                .ToDictionary(
                    field => field.Item1,
                    IReadOnlyList<string> (field) =>
                        [.. Enumerable.Range(0, random.Next(3)).Select(_ => field.Item2[random.Next(field.Item2.Length)])]
                ),
        };

    private static string Clause(Random random)
    {
        var word = Words[random.Next(Words.Length)];
        return random.Next(7) switch
        {
            0 => word[..1] + "*",
            1 => "-" + word,
            2 => $"\"{Text(random, 3)}\"",
            3 => $"-\"{Text(random, 3)}\"",
            4 => $"-{word[..1]}*",
            _ => word,
        };
    }

    internal static void AssertSame(SearchIndex index, NaiveIndex naive, SearchQuery query)
    {
        var result = index.Search(query);
        var expected = naive.Keys(query);

        Assert.Equal(expected.Count, result.Total);
        var keys = result.Items.Select(item => item.Key);
        Assert.Equal(expected, query.Order is SearchOrder.Relevance ? keys.Order(StringComparer.Ordinal) : keys);
        Assert.Equal(
            query.Order is SearchOrder.Relevance
                ? result.Items.OrderByDescending(item => item.Score).ThenBy(item => item.Key, StringComparer.Ordinal)
                : result.Items,
            result.Items
        );
        foreach (var facet in query.Facets)
        {
            // Values that are filtered by are listed even when nothing has them.
            Assert.Equal(naive.Counts(query, facet), result.Facets[facet].Where(count => count.Count > 0));
        }
    }

    private static IndexChange Dated(string key, long date, string title) =>
        new IndexChange.Put(
            new IndexDocument
            {
                Key = key,
                Date = date,
                Title = title,
            }
        );

    private static string Text(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, most)).Select(_ => Words[random.Next(Words.Length)]));
}
