using Dala.Search.Analysis;
using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search;

/// <summary>A part of a text to show with a hit, and which characters of it to mark.</summary>
/// <remarks>The text is composed (NFC), and the marks refer to it as it is here; where it is cut, the whole goes on.</remarks>
public sealed record Passage(string Text, IReadOnlyList<TextRange> Marks, bool IsCutBefore, bool IsCutAfter);

/// <summary>A range of characters.</summary>
public readonly record struct TextRange(int Start, int Length);

/// <summary>
/// Marks the words of a query in any text, by reading the text as the index does; made once for a query. That of <see cref="SearchResult"/> knows by
/// which words of the index the query was met and needs no more than to compare; one made of a query alone works out for each word of a text whether it
/// may be meant.
/// </summary>
public sealed class Highlighter
{
    // Text before the first mark that lets a reader see what it belongs to.
    private const int LeadIn = 4;

    // By the hash of a word, the number of the word of the query that it meets.
    private readonly Dictionary<ulong, int> _words = [];
    private readonly Dictionary<uint, (MatchLevel Level, byte Language, string Common, int Word)> _related = [];
    private readonly List<(string Start, int Word)> _prefixes = [];

    // A bit for the last twelve of each hash: most words of a text are told apart by it.
    private readonly ulong[] _someOf = new ulong[64];

    internal Highlighter() { }

    /// <summary>Takes the words to mark from a query.</summary>
    public Highlighter(string query)
    {
        var number = 0;
        foreach (var clause in ParsedQuery.Of(query, []).Clauses.Where(clause => !clause.IsExcluded))
        {
            foreach (var word in clause.Words)
            {
                foreach (var form in word.Forms)
                    Add(clause.Kind, form, number);
                number++;
            }
        }
    }

    /// <summary>The passage of at most so many characters with the most words of the query; a shorter text as a whole; a beginning if there is no word.</summary>
    /// <param name="language">The text's BCP 47 tag; guessed where it is not known.</param>
    public Passage Best(string text, string? language, int longest) => Best(new MarkableText(text, language), longest);

    /// <summary>The same of a text that is looked at more than once.</summary>
    public Passage Best(MarkableText read, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var text = read.Text;
        var hits = Hits(read);
        if (text.Length <= longest)
            return new Passage(text, Marks(hits, 0, text.Length), IsCutBefore: false, IsCutAfter: false);

        var (start, end) = Window(text, hits, longest);
        return new Passage(text[start..end], Marks(hits, start, end), start > 0, end < text.Length);
    }

    /// <summary>Marks a folded word.</summary>
    internal void AddWord(ReadOnlySpan<char> form, int word)
    {
        var hash = MarkableText.Hash(form);
        _words.TryAdd(hash, word);
        _someOf[hash >> 6 & 63] |= 1UL << (int)(hash & 63);
    }

    /// <summary>Marks what begins so.</summary>
    internal void AddPrefix(string start, int word) => _prefixes.Add((start, word));

    private void Add(ClauseKind kind, string form, int word)
    {
        switch (kind)
        {
            case ClauseKind.Prefix:
                AddPrefix(form, word);
                break;
            case ClauseKind.Phrase:
                AddWord(form, word);
                break;
            default:
                AddWord(form, word);
                var related = new Related(_related, word);
                Relations.OfWord(form, SearchLanguage.Candidates(form), ref related);
                break;
        }
    }

    private List<Hit> Hits(MarkableText read)
    {
        if (_words.Count + _prefixes.Count == 0)
            return [];
        if (_related.Count + _prefixes.Count > 0)
        {
            var finder = new Finder(this, read.Language);
            Words.Read(read.Text, WordUse.Index, read.Language, 0, ref finder);
            return finder.Hits;
        }

        var hits = new List<Hit>();
        foreach (var word in read.Words)
        {
            if ((_someOf[word.Hash >> 6 & 63] >> (int)(word.Hash & 63) & 1) != 0 && _words.TryGetValue(word.Hash, out var number))
                hits.Add(new Hit(number, word.Start, word.End));
        }

        return hits;
    }

    private static (int Start, int End) Window(string text, List<Hit> hits, int longest)
    {
        if (hits.Count == 0)
            return Trim(text, 0, End(text, 0, longest));

        // Two ends move over the hits: those from first to last fit into the length.
        var seen = new Dictionary<int, int>();
        var best = (Words: 0, Hits: 0, First: 0, Last: 0);
        var first = 0;
        for (var last = 0; last < hits.Count; last++)
        {
            seen[hits[last].Word] = seen.GetValueOrDefault(hits[last].Word) + 1;
            while (first < last && hits[last].End - hits[first].Start > longest)
            {
                if (--seen[hits[first].Word] == 0)
                    seen.Remove(hits[first].Word);
                first++;
            }

            if (seen.Count > best.Words || (seen.Count == best.Words && last - first + 1 > best.Hits))
                best = (seen.Count, last - first + 1, first, last);
        }

        var from = hits[best.First].Start;
        var free = longest - Math.Min(longest, hits[best.Last].End - from);
        var start = Start(text, Math.Max(0, from - Math.Max(free / LeadIn, free - (text.Length - hits[best.Last].End))), from);
        return Trim(text, start, End(text, start, longest));
    }

    // The beginning of a word, not after the first mark.
    private static int Start(string text, int at, int mark)
    {
        if (at == 0 || char.IsWhiteSpace(text[at - 1]))
            return at;
        for (var i = at; i < mark; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return i + 1;
        }

        while (at < mark && !IsBoundary(text, at))
            at++;
        return at;
    }

    private static int End(string text, int start, int longest)
    {
        var end = start + longest;
        if (end >= text.Length)
            return text.Length;
        // Scripts without spaces are cut between characters; so is a single word longer than the passage.
        for (var i = end; i > start + (longest / 2); i--)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }

        while (end > start + 1 && !IsBoundary(text, end))
            end--;
        return end;
    }

    private static bool IsBoundary(string text, int at) =>
        !char.IsLowSurrogate(text[at])
        && char.GetUnicodeCategory(text[at])
            is not (
                System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
            );

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }

    // Pairs of characters overlap, and make one mark.
    private static List<TextRange> Marks(List<Hit> hits, int start, int end)
    {
        var marks = new List<TextRange>();
        foreach (var hit in hits)
        {
            if (hit.Start < start || hit.End > end)
                continue;
            if (marks.Count > 0 && hit.Start - start <= marks[^1].Start + marks[^1].Length)
                marks[^1] = marks[^1] with { Length = Math.Max(marks[^1].Length, hit.End - start - marks[^1].Start) };
            else
                marks.Add(new TextRange(hit.Start - start, hit.End - hit.Start));
        }

        return marks;
    }

    private readonly record struct Hit(int Word, int Start, int End);

    private readonly struct Related(Dictionary<uint, (MatchLevel, byte, string, int)> related, int word) : IRelationSink
    {
        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common) =>
            related.TryAdd(RelatedTermsContent.Hash(level, language, common), (level, language, common.ToString(), word));
    }

    private readonly struct Finder(Highlighter highlighter, byte language) : IWordSink
    {
        public List<Hit> Hits { get; } = [];

        public void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            if (highlighter._words.TryGetValue(MarkableText.Hash(form), out var word))
            {
                Hits.Add(new Hit(word, start, end));
                return;
            }

            foreach (var (prefix, number) in highlighter._prefixes)
            {
                if (!form.StartsWith(prefix))
                    continue;
                Hits.Add(new Hit(number, start, end));
                return;
            }

            if (highlighter._related.Count == 0 || form.Length > Words.Longest)
                return;
            var relative = new Relative(highlighter._related);
            Relations.OfTerm(form, SearchLanguage.Bit(language), ref relative);
            if (relative.Word is { } found)
                Hits.Add(new Hit(found, start, end));
        }
    }

    private struct Relative(Dictionary<uint, (MatchLevel Level, byte Language, string Common, int Word)> related) : IRelationSink
    {
        public int? Word { get; private set; }

        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common)
        {
            // A part of a compound is found by the stem of a word.
            var sought = level is MatchLevel.Part ? MatchLevel.Form : level;
            if (
                related.TryGetValue(RelatedTermsContent.Hash(sought, language, common), out var known)
                && known.Level == sought
                && known.Language == language
                && common.SequenceEqual(known.Common)
            )
                Word ??= known.Word;
        }
    }
}
