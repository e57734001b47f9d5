using Dala.Search.Segments;

namespace Dala.Search.Tests.Segments;

/// <summary>Segments in memory, made of documents.</summary>
internal static class SomeSegment
{
    public static Segment Of(IEnumerable<IndexDocument> documents, IndexSchema? schema = null)
    {
        schema ??= Library.Schema;
        using var builder = new SegmentBuilder(schema, []);
        foreach (
            var (key, document) in documents
                .Select(each => (SegmentContent.Encode(each.Key), each))
                .OrderBy(each => each.Item1, ByteOrder.Comparer)
        )
            builder.Add(key, document);
        using var content = builder.Finish();
        return Segment.InMemory("memory", 1, content, schema);
    }

    public static Segment Merged(IReadOnlyList<SegmentView> views)
    {
        using var content = SegmentMerge.Of(views, Library.Schema, overflow: null);
        return Segment.InMemory("memory", 2, content, Library.Schema);
    }

    public static SegmentView Whole(this Segment segment) => new(segment, Deletions.None);

    /// <summary>All that a segment holds of its words: for each term and document the positions by field.</summary>
    public static List<string> Contents(Segment segment)
    {
        var lines = new List<string>();
        var walk = segment.Terms.All();
        while (walk.Next())
        {
            var term = System.Text.Encoding.UTF8.GetString(walk.Current);
            var postings = new PostingsReader();
            postings.Open(segment, walk.Place);
            var positions = new PositionsReader(postings, segment);
            for (var document = postings.MoveTo(0); document != PostingsReader.None; document = postings.MoveTo(document + 1))
            {
                for (var field = 0; field < Library.Schema.Texts.Count; field++)
                {
                    var places = new int[1];
                    var count = positions.Read(field, 0, ref places);
                    lines.Add($"{term} {segment.Keys.Text(document)} {field}: {string.Join(' ', places[..count])}");
                }
            }
        }

        return lines;
    }
}
