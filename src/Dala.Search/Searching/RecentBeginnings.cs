using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// The beginnings of words that were last asked of a segment and took long to read: who types asks for ever longer ones, and many people begin alike. A segment
/// never changes, so what was read stays true.
/// </summary>
internal sealed class RecentBeginnings
{
    private const int MostBytes = 1 << 25;
    private const int MostKept = 64;

    // What has fewer than a word in so many documents is read again as quickly.
    private const int Worthwhile = 4;

    private readonly Lock _lock = new();

    // The last asked for is the last.
    private readonly List<(string Forms, PrefixDocuments Documents)> _recent = [];

    /// <summary>The documents of a beginning, read or known; the caller disposes of them.</summary>
    public PrefixDocuments Of(QueryWord word, Segment segment)
    {
        var forms = string.Join('\0', word.Forms);
        lock (_lock)
        {
            var known = _recent.FindIndex(recent => string.Equals(recent.Forms, forms, StringComparison.Ordinal));
            if (known >= 0)
            {
                var recent = _recent[known];
                _recent.RemoveAt(known);
                _recent.Add(recent);
                return recent.Documents;
            }
        }

        var documents = new PrefixDocuments(word, segment);
        if (documents.Occurrences * Worthwhile < segment.Documents || documents.Bytes > MostBytes)
            return documents;
        documents.Keep();
        lock (_lock)
        {
            // Two threads may have read the same, and both are right.
            _recent.Add((forms, documents));
            if (_recent.Count > MostKept || _recent.Count * documents.Bytes > MostBytes)
                _recent.RemoveAt(0);
        }

        return documents;
    }
}
