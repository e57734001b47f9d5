using Dala.Search.Analysis;
using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search;

/// <summary>A part of a text to show with a hit, and which characters of it to mark.</summary>
/// <remarks>The text is composed (NFC), and the marks refer to it as it is here; where it is cut, the whole goes on.</remarks>
public sealed record Passage(string Text, IReadOnlyList<TextRange> Marks, bool IsCutBefore, bool IsCutAfter);

/// <summary>A range of characters.</summary>
public readonly record struct TextRange(int Start, int Length);

/// <summary>Marks the words of a query in any text, by reading the text as the index does; made once for a query.</summary>
public sealed class Highlighter
{
    // Text before the first mark that lets a reader see what it belongs to.
    private const int LeadIn = 4;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, (MatchLevel Level, byte Language, string Common, int Word)> _related = [];
    private readonly List<(string Start, int Word)> _prefixes = [];

    /// <summary>Takes the words to mark from a query.</summary>
    /// <param name="query">Its text.</param>
    /// <param name="found">Words by which a hit was found, as its explanation says them.</param>
    public Highlighter(string query, IEnumerable<string>? found = null)
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

        foreach (var word in found ?? [])
            _words.TryAdd(word, number++);
    }

    /// <summary>The passage of at most so many characters with the most words of the query; a shorter text as a whole; a beginning if there is no word.</summary>
    /// <param name="language">The text's BCP 47 tag; guessed where it is not known.</param>
    public Passage Best(string text, string? language, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        text = Folding.Compose(text);
        var number = string.IsNullOrEmpty(language) ? SearchLanguage.Detect(text) : SearchLanguage.Of(language);
        var finder = new Finder(this, number);
        if (_words.Count + _prefixes.Count > 0)
            Words.Read(text, WordUse.Index, number, 0, ref finder);
        var hits = finder.Hits;
        if (text.Length <= longest)
            return new Passage(text, Marks(hits, 0, text.Length), IsCutBefore: false, IsCutAfter: false);

        var (start, end) = Window(text, hits, longest);
        return new Passage(text[start..end], Marks(hits, start, end), start > 0, end < text.Length);
    }

    private void Add(ClauseKind kind, string form, int word)
    {
        switch (kind)
        {
            case ClauseKind.Prefix:
                _prefixes.Add((form, word));
                break;
            case ClauseKind.Phrase:
                _words.TryAdd(form, word);
                break;
            default:
                _words.TryAdd(form, word);
                var related = new Related(_related, word);
                Relations.OfWord(form, SearchLanguage.Candidates(form), ref related);
                break;
        }
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
            if (highlighter._words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var word))
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

            if (form.Length > Words.Longest)
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
