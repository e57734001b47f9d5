using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// Finds documents like another by its most telling words: those that are frequent in it and rare elsewhere (tf·idf; Salton and Buckley,
/// "Term-weighting approaches in automatic text retrieval", 1988).
/// </summary>
internal static class LikeRun
{
    private const int MostWords = 12;

    // A word that nothing else has cannot find anything; one that a tenth has tells nothing.
    private const int LeastDocuments = 2;
    private const int MostShare = 10;

    // Who shares a single word with a document is not like it. The best hit is the document itself, where it is in the index.
    private const float LeastShare = 0.25f;

    public static IReadOnlyList<SearchHit> Of(Snapshot snapshot, IndexSchema schema, IndexDocument document, int count)
    {
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var text in document.Texts)
        {
            var weight = schema.Texts.FirstOrDefault(field => field.Name == text.Field)?.Weight ?? 0;
            var language = SearchLanguage.Of(text.Language);
            var sink = new Sink(words, weight, language);
            Words.Read(Folding.Compose(text.Value), WordUse.Query, language, 0, ref sink);
        }

        var ranking = new Ranking(snapshot, schema, []);
        var telling = words
            .Select(word => (word.Key, Weight: word.Value * Rarity(word.Key, snapshot, ranking)))
            .Where(word => word.Weight > 0)
            .OrderByDescending(word => word.Weight)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(word => word.Key)
            .ToList();
        if (telling.Count == 0)
            return [];
        var query = new SearchQuery
        {
            Text = string.Join(' ', telling),
            Any = true,
            Furthest = MatchLevel.Same,
            Size = Math.Min(count, int.MaxValue - 1) + 1,
        };
        var hits = SearchRun.Of(snapshot, schema, query).Items;
        var least = hits.Count == 0 ? 0 : hits[0].Score * LeastShare;
        return
        [
            .. hits.Where(hit => hit.Score >= least && !string.Equals(hit.Key, document.Key, StringComparison.Ordinal))
                .Take(count),
        ];
    }

    private static float Rarity(string word, Snapshot snapshot, Ranking ranking)
    {
        var documents = 0L;
        foreach (var view in snapshot.Views)
        {
            if (view.Segment.Terms.TryFind(SegmentContent.Encode(word), out var term))
                documents += term.Documents;
        }

        return documents < LeastDocuments || documents * MostShare > Math.Max(snapshot.Documents, 100)
            ? 0
            : ranking.Rarity(documents);
    }

    private readonly struct Sink(Dictionary<string, float> words, float weight, byte language) : IWordSink
    {
        public void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            // In a small index they are not frequent enough to be known by that.
            if (language != SearchLanguage.Unknown && StopWords.Contains(form, language))
                return;
            var word = form.ToString();
            words[word] = words.GetValueOrDefault(word) + weight;
        }
    }
}
