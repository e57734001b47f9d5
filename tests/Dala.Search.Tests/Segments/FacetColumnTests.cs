using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class FacetColumnTests
{
    private static readonly IndexSchema Schema = new([], ["subject"]);

    [Theory]
    [InlineData(3, 1, 50)]
    [InlineData(254, 8, 500)]
    [InlineData(255, 8, 500)]
    [InlineData(300, 3, 500)]
    [InlineData(300, 9, 500)]
    [InlineData(40, 30, 200)]
    [InlineData(66_000, 8, 9_000)]
    [InlineData(66_000, 12, 6_000)]
    public void Values_are_read_by_document_and_by_value_as_they_were_given(int values, int most, int documents)
    {
        var random = new Random(values + most);
        var truth = new List<string[]>();
        var next = 0;
        for (var i = 0; i < documents; i++)
        {
            // First every value once, as far as the documents go; some documents have none, and some a value twice.
            var count = next < values ? most : random.Next(most + 1);
            truth.Add([
                .. Enumerable.Range(0, i % 10 == 9 ? 0 : count).Select(_ => $"v{(next < values ? next++ : random.Next(values))}"),
            ]);
        }

        var segment = SomeSegment.Of(
            truth.Select(
                (own, i) =>
                    new IndexDocument
                    {
                        Key = $"{i:00000}",
                        Facets = [.. own.Concat(own.Take(1)).Select(value => new IndexFacet("subject", value))],
                    }
            ),
            Schema
        );
        var column = segment.Facets[0];

        var ordinals = Array.Empty<int>();
        for (var document = 0; document < documents; document++)
        {
            var count = column.OrdinalsOf(document, ref ordinals);
            Assert.Equal(truth[document].Distinct(), ordinals[..count].Select(column.Values.Text));
        }

        var counts = new int[column.Values.Count + 1];
        int[] some = [.. Enumerable.Range(0, documents).Where(_ => random.Next(3) > 0)];
        column.Count(some, counts);
        var expected = some.SelectMany(document => truth[document].Distinct()).CountBy(value => value).ToDictionary();
        var byValue = truth
            .SelectMany((own, document) => own.Distinct().Select(value => (value, document)))
            .ToLookup(pair => pair.value, pair => pair.document);
        for (var ordinal = 0; ordinal < column.Values.Count; ordinal++)
        {
            var value = column.Values.Text(ordinal);
            Assert.Equal(ordinal, column.OrdinalOf(value));
            Assert.Equal(expected.GetValueOrDefault(value), counts[ordinal + 1]);
            Assert.Equal(byValue[value].Count(), column.Totals[ordinal]);
            var bits = new ulong[Bitmap.Words(documents)];
            column.DocumentsOf(ordinal).AddTo(bits);
            if (ordinal < 200)
                Assert.Equal(byValue[value], Enumerable.Range(0, documents).Where(document => Bitmap.Has(bits, document)));
            Assert.Equal(byValue[value].Count(), Bitmap.Count(bits));
        }

        Assert.Equal(-1, column.OrdinalOf("unknown"));
    }

    [Fact]
    public void Values_that_are_no_text_break_nothing()
    {
        using var library = new Library();
        library.Apply(Library.Put("1", "One", levels: ["\uD800", "\uDC00", "a"]), Library.Put("2", "Two", levels: ["\uDC00"]));

        var found = library.Index.Search(
            new SearchQuery
            {
                Facets = ["level"],
                Filters = new Dictionary<string, IReadOnlyList<string>> { ["level"] = ["\uD800"] },
            }
        );

        // Half a character cannot be told from another.
        Assert.Equal(2, found.Total);
        Assert.Equal([new FacetCount("\uFFFD", 2, 2), new FacetCount("a", 1, 1)], found.Facets["level"]);
        Assert.Throws<ArgumentException>(() => library.Apply(Library.Put("\uD800", "Three")));
    }
}
