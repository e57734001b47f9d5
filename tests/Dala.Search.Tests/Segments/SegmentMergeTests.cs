using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

public sealed class SegmentMergeTests
{
    [Fact]
    public void What_is_merged_is_as_if_it_had_been_built_of_what_is_left()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var documents = Enumerable
                .Range(0, 600)
                .Select(_ => OracleTests.Change(random, 100_000))
                .OfType<IndexChange.Put>()
                .Select(put => put.Document)
                .DistinctBy(document => document.Key)
                .ToList();
            // Keys interleave, or lie one behind the other.
            var parts =
                seed % 2 == 0
                    ? documents.GroupBy(_ => random.Next(4)).Select(part => part.ToArray())
                    : documents.OrderBy(document => document.Key, StringComparer.Ordinal).Chunk(200);
            var left = new List<IndexDocument>();
            var views = new List<SegmentView>();
            foreach (var part in parts)
            {
                var sorted = part.OrderBy(document => document.Key, StringComparer.Ordinal).ToList();
                var segment = SomeSegment.Of(sorted);
                var gone = Enumerable.Range(0, sorted.Count).Where(_ => random.Next(3) == 0).ToList();
                left.AddRange(sorted.Where((_, i) => !gone.Contains(i)));
                views.Add(new SegmentView(segment, gone.Count == 0 ? Deletions.None : Deletions.None.With(gone, sorted.Count)));
            }

            var merged = SomeSegment.Merged(views);
            var built = SomeSegment.Of(left);

            Assert.Equal(SomeSegment.Contents(built), SomeSegment.Contents(merged));
            Assert.Equal(Columns(built), Columns(merged));
        }
    }

    [Fact]
    public void Of_documents_that_are_all_deleted_nothing_is_left()
    {
        var segment = SomeSegment.Of([new IndexDocument { Key = "1", Title = "One" }]);

        using var content = SegmentMerge.Of(
            [new SegmentView(segment, Deletions.None.With([0], 1))],
            Library.Schema,
            overflow: null
        );

        Assert.Equal(0, content.Documents);
    }

    private static IEnumerable<string> Columns(Segment segment)
    {
        var ordinals = Array.Empty<int>();
        for (var document = 0; document < segment.Documents; document++)
        {
            var facets = new List<string>();
            foreach (var column in segment.Facets)
            {
                var count = column.OrdinalsOf(document, ref ordinals);
                facets.AddRange(ordinals[..count].Select(column.Values.Text));
            }

            var norms = Enumerable.Range(0, 2).Select(field => segment.Norms[(document * 2) + field]);
            var languages = norms.Select(norm => segment.LanguageSetNames.Text(Norm.LanguagesOf(norm)));
            yield return $"{segment.Keys.Text(document)} {segment.Dates[document]} {segment.Titles.Text(document)} "
                + $"{Convert.ToHexString(segment.SortKeys[document])} {segment.TitleRanks[document]} {segment.TitleOrder[document]} {segment.DateOrder[document]} "
                + $"{segment.TitleBeginnings[document]} {string.Join(',', norms.Select(norm => Norm.LengthOf(norm)))} {string.Join(',', languages)} {string.Join(',', facets)}";
        }
    }
}
