using System.Text;
using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>Completes what a person types, from the titles of one moment of the index.</summary>
internal static class SuggestRun
{
    // Of ten suggestions three are words, if there are so many.
    private const int WordsPerTen = 3;

    // A single letter may begin a great many titles, of which few are shown.
    private const int MostTitles = 200;

    public static IReadOnlyList<Suggestion> Of(Snapshot snapshot, string typed, int count)
    {
        typed = Folding.Compose(typed);
        var words = ParsedQuery.WordsOf(typed);
        if (words.Count == 0 || count <= 0)
            return [];

        var titles = Titles(snapshot, words, Folding.Line(typed), count);
        var completions = words.Count == 1 ? Completions(snapshot, words[0], count) : [];
        var share = Math.Max((count * WordsPerTen) / 10, count - titles.Count);
        return [.. completions.Take(share).Concat(titles).Take(count)];
    }

    private static List<Suggestion> Titles(Snapshot snapshot, IReadOnlyList<QueryWord> words, string typed, int count)
    {
        var start = typed;
        var found = new List<(Segment Segment, int Document, bool Begins)>();
        foreach (var view in snapshot.Views)
        {
            var begin = found.Count;
            foreach (var document in Beginning(view, start).Take(MostTitles))
                found.Add((view.Segment, document, true));
            if (found.Count - begin >= count)
                continue;
            foreach (var document in Containing(view, words))
                found.Add((view.Segment, document, false));
        }

        found.Sort(
            static (a, b) =>
            {
                if (a.Begins != b.Begins)
                    return a.Begins ? -1 : 1;
                var order = a.Segment.SortKeys[a.Document].SequenceCompareTo(b.Segment.SortKeys[b.Document]);
                return order != 0 ? order : a.Segment.Keys[a.Document].SequenceCompareTo(b.Segment.Keys[b.Document]);
            }
        );
        // The same title twice would be the same line twice; the first of them stands for all.
        return
        [
            .. found
                .Select(title => new Suggestion(
                    title.Segment.Titles.Text(title.Document),
                    title.Segment.Keys.Text(title.Document)
                ))
                .DistinctBy(suggestion => suggestion.Text, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private static IEnumerable<int> Beginning(SegmentView view, string start)
    {
        var segment = view.Segment;
        var low = 0;
        var high = segment.Documents;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Folded(segment, segment.TitleBeginnings[middle]), start) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < segment.Documents; low++)
        {
            var document = segment.TitleBeginnings[low];
            if (!Folded(segment, document).StartsWith(start, StringComparison.Ordinal))
                yield break;
            if (!view.IsDeleted(document))
                yield return document;
        }
    }

    private static string Folded(Segment segment, int document) => Folding.Line(segment.Titles.Text(document));

    // The last word may be unfinished.
    private static List<int> Containing(SegmentView view, IReadOnlyList<QueryWord> words)
    {
        var segment = view.Segment;
        var common = new ulong[Bitmap.Words(segment.Documents)];
        Bitmap.Fill(common, segment.Documents);
        if (view.Deletions.Count > 0)
            Bitmap.AndNot(common, view.Deletions.Bits);
        var one = new ulong[common.Length];
        for (var i = 0; i < words.Count; i++)
        {
            one.AsSpan().Clear();
            foreach (var term in Terms(segment, words[i], i == words.Count - 1))
                AddTo(one, segment, term);
            Bitmap.And(common, one);
        }

        var found = new List<int>();
        var order = segment.TitleOrder;
        var left = Math.Min(MostTitles, Bitmap.Count(common));
        for (var at = 0; found.Count < left; at++)
        {
            if (Bitmap.Has(common, order[at]))
                found.Add(order[at]);
        }

        return found;
    }

    private static IEnumerable<Term> Terms(Segment segment, QueryWord word, bool isUnfinished)
    {
        foreach (var start in word.Forms.Select(SegmentContent.Encode))
        {
            var walk = segment.TitleTerms.From(start);
            while (walk.Next() && (isUnfinished ? walk.Current.StartsWith(start) : walk.Current.SequenceEqual(start)))
                yield return walk.Place;
        }
    }

    private static void AddTo(ulong[] bits, Segment segment, Term term)
    {
        var postings = new PostingsReader();
        postings.Open(segment, term, ofTitles: true);
        while (postings.NextBlock())
        {
            foreach (var document in postings.Documents)
                bits[document >> 6] |= 1UL << document;
        }
    }

    private static IEnumerable<Suggestion> Completions(Snapshot snapshot, QueryWord typed, int count)
    {
        var found = new Dictionary<string, List<(SegmentView View, Term Term)>>(StringComparer.Ordinal);
        foreach (var view in snapshot.Views)
        {
            foreach (var form in typed.Forms)
            {
                var start = SegmentContent.Encode(form);
                var walk = view.Segment.TitleTerms.From(start);
                while (walk.Next() && walk.Current.StartsWith(start))
                {
                    // What is typed already is no completion.
                    var word = Encoding.UTF8.GetString(walk.Current);
                    if (typed.Forms.Contains(word, StringComparer.Ordinal))
                        continue;
                    if (!found.TryGetValue(word, out var places))
                        found.Add(word, places = []);
                    places.Add((view, walk.Place));
                }
            }
        }

        return found
            .OrderByDescending(word => word.Value.Sum(place => place.Term.Documents))
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => AsWritten(word.Key, word.Value))
            .OfType<string>()
            .Take(count)
            .Select(word => new Suggestion(word, null));
    }

    // The dictionary knows words only folded; a title that has the word shows how it is written. Nothing, if all such titles are deleted.
    private static string? AsWritten(string folded, List<(SegmentView View, Term Term)> places)
    {
        foreach (var (view, term) in places)
        {
            var postings = new PostingsReader();
            postings.Open(view.Segment, term, ofTitles: true);
            for (var document = postings.MoveTo(0); document != PostingsReader.None; document = postings.MoveTo(document + 1))
            {
                if (view.IsDeleted(document))
                    continue;
                var title = Folding.Compose(view.Segment.Titles.Text(document));
                var sink = new Finder(folded);
                Words.Read(title, WordUse.Index, SearchLanguage.Unknown, 0, ref sink);
                return sink.End > 0 ? title[sink.Start..sink.End].ToLowerInvariant() : folded;
            }
        }

        return null;
    }

    private struct Finder(string folded) : IWordSink
    {
        public int Start { get; private set; }

        public int End { get; private set; }

        public void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            if (End == 0 && form.SequenceEqual(folded))
                (Start, End) = (start, end);
        }
    }
}
