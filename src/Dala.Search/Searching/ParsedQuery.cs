using Dala.Search.Analysis;

namespace Dala.Search.Searching;

/// <summary>A word of a query with the forms in which languages may write it, at its place in a phrase.</summary>
internal sealed record QueryWord(int Offset, IReadOnlyList<string> Forms);

/// <summary>What a clause looks for.</summary>
internal enum ClauseKind
{
    Word,
    Phrase,
    Prefix,

    /// <summary>A word that may differ by a letter or two.</summary>
    Near,
}

/// <summary>One condition: a word, the beginning of a word, or several words that follow each other.</summary>
/// <param name="Asked">As it was typed.</param>
/// <param name="Field">The name of the only field to look in; null for any.</param>
/// <param name="Start">Where it stands in the composed text.</param>
internal sealed record QueryClause(
    ClauseKind Kind,
    IReadOnlyList<QueryWord> Words,
    string Asked,
    int Start,
    string? Field = null,
    bool IsExcluded = false
);

/// <summary>What the text of a query asks for. Every text can be read.</summary>
internal sealed class ParsedQuery
{
    // More words than a person types; what follows is not looked at, so that no query costs without bound.
    private const int MostClauses = 64;
    private const int LongestText = 10_000;

    private readonly List<QueryClause> _clauses = [];
    private readonly HashSet<string> _seen = [];
    private readonly IReadOnlyList<string> _fields;

    private ParsedQuery(string text, IReadOnlyList<string> fields)
    {
        Text = text;
        _fields = fields;
    }

    /// <summary>The text, composed.</summary>
    public string Text { get; }

    public IReadOnlyList<QueryClause> Clauses => _clauses;

    /// <summary>Reads the text of a query.</summary>
    /// <param name="fields">The names that a word may be restricted to with a colon.</param>
    public static ParsedQuery Of(string text, IReadOnlyList<string> fields)
    {
        if (text.Length > LongestText)
            text = text[..Math.Max(0, text.AsSpan(0, LongestText).LastIndexOfAny(" \t\n\u3000"))];
        text = Folding.Compose(text);
        var query = new ParsedQuery(text, fields);
        var at = 0;
        while (at < text.Length && query._clauses.Count < MostClauses)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var excluded = text[at] is '-' or '\u2212' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (excluded)
                at++;
            var field = query.FieldAt(ref at);

            if (IsQuote(text[at]))
            {
                var start = ++at;
                var end = at;
                while (end < text.Length && !IsQuote(text[end]))
                    end++;
                // A quotation mark without its partner is left out of account, and the words after it are plain words.
                if (end < text.Length)
                {
                    query.AddPhrase(start, end, field, excluded);
                    at = end + 1;
                    continue;
                }
            }

            var stop = at;
            while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && !IsQuote(text[stop]))
                stop++;
            query.AddWords(at, stop, field, excluded);
            at = Math.Max(stop, at + 1);
        }

        return query;
    }

    /// <summary>The words of a text as a query asks for them.</summary>
    public static IReadOnlyList<QueryWord> WordsOf(string composed)
    {
        var sink = new Sink();
        Words.Read(composed, WordUse.Query, 0, 0, ref sink);
        return [.. sink.Words.Select(word => new QueryWord(word.Position, word.Forms))];
    }

    private static bool IsQuote(char c) =>
        c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '«' or '»' or '\uFF02' or '\u300C' or '\u300D';

    // title:word, where there is a field of that name and something follows.
    private string? FieldAt(ref int at)
    {
        foreach (var field in _fields)
        {
            var end = at + field.Length;
            if (
                end + 1 < Text.Length
                && Text[end] is ':' or '\uFF1A'
                && !char.IsWhiteSpace(Text[end + 1])
                && string.Compare(Text, at, field, 0, field.Length, StringComparison.OrdinalIgnoreCase) == 0
            )
            {
                at = end + 1;
                return field;
            }
        }

        return null;
    }

    private void AddPhrase(int start, int end, string? field, bool excluded)
    {
        var words = WordsOf(Text[start..end]);
        if (words.Count > 0)
        {
            var kind = words.Count == 1 ? ClauseKind.Word : ClauseKind.Phrase;
            Add(new QueryClause(kind, words, Text[start..end], start, field, excluded));
        }
    }

    private void AddWords(int start, int end, string? field, bool excluded)
    {
        var text = Text[start..end];
        var sink = new Sink();
        Words.Read(text, WordUse.Query, 0, 0, ref sink);
        var words = sink.Words;
        if (words.Count == 0)
            return;
        var kind =
            text[^1] is '*' or '\uFF0A' ? ClauseKind.Prefix
            : text[^1] is '~' or '\uFF5E' ? ClauseKind.Near
            : ClauseKind.Word;
        if (excluded && words.Count > 1)
        {
            Add(
                new QueryClause(
                    ClauseKind.Phrase,
                    [.. words.Select(word => new QueryWord(word.Position, word.Forms))],
                    text,
                    start,
                    field,
                    IsExcluded: true
                )
            );
            return;
        }

        for (var i = 0; i < words.Count && _clauses.Count < MostClauses; i++)
        {
            Add(
                new QueryClause(
                    i == words.Count - 1 ? kind : ClauseKind.Word,
                    [new QueryWord(0, words[i].Forms)],
                    text[words[i].Start..words[i].End],
                    start + words[i].Start,
                    field,
                    excluded
                )
            );
        }
    }

    private void Add(QueryClause clause)
    {
        var words = string.Join(' ', clause.Words.Select(word => $"{word.Offset}:{string.Join('|', word.Forms)}"));
        if (_seen.Add($"{clause.IsExcluded}{clause.Kind}{clause.Field}:{words}"))
            _clauses.Add(clause);
    }

    private sealed record FoundWord(int Position, int Start, int End, List<string> Forms);

    private struct Sink() : IWordSink
    {
        public List<FoundWord> Words { get; } = [];

        public readonly void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            if (Words.Count > 0 && Words[^1].Position == position)
                Words[^1].Forms.Add(form.ToString());
            else
                Words.Add(new FoundWord(position, start, end, [form.ToString()]));
        }
    }
}
