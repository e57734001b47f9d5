using Dala.Search.Analysis;

namespace Dala.Search.Searching;

/// <summary>A word of a query with the forms by which it may be found, at its place in a phrase.</summary>
internal sealed record QueryWord(int Offset, IReadOnlyList<string> Forms);

/// <summary>One condition: a word, the beginning of a word, or several words that follow each other.</summary>
internal sealed record QueryClause(IReadOnlyList<QueryWord> Words, bool IsPrefix, bool IsExcluded)
{
    public bool IsPhrase => Words.Count > 1;
}

/// <summary>What the text of a query asks for. Every text can be read.</summary>
internal sealed class ParsedQuery
{
    // More words than a person types; what follows is not looked at, so that no query costs without bound.
    private const int MostClauses = 100;

    private readonly List<QueryClause> _clauses = [];
    private readonly HashSet<string> _seen = [];

    private ParsedQuery() { }

    public IReadOnlyList<QueryClause> Clauses => _clauses;

    public static ParsedQuery Of(string text)
    {
        var query = new ParsedQuery();
        text = Folding.Compose(text);
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

            if (IsQuote(text[at]))
            {
                at++;
                var end = at;
                while (end < text.Length && !IsQuote(text[end]))
                    end++;
                // A quotation mark without its partner is left out of account, and the words after it are plain words.
                if (end < text.Length)
                {
                    query.AddPhrase(text[at..end], excluded);
                    at = end + 1;
                    continue;
                }
            }

            var stop = at;
            while (stop < text.Length && !char.IsWhiteSpace(text[stop]) && !IsQuote(text[stop]))
                stop++;
            query.AddWords(text[at..stop], excluded);
            at = stop;
        }

        return query;
    }

    /// <summary>The words of a text as a query asks for them.</summary>
    public static IReadOnlyList<QueryWord> WordsOf(string composed)
    {
        var sink = new Sink();
        Words.Read(composed, WordUse.Query, 0, ref sink);
        return sink.Words;
    }

    private static bool IsQuote(char c) =>
        c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '«' or '»' or '\uFF02' or '\u300C' or '\u300D';

    private void AddPhrase(string text, bool excluded)
    {
        var words = WordsOf(text);
        if (words.Count > 0)
            Add(new QueryClause(words, IsPrefix: false, excluded));
    }

    private void AddWords(string text, bool excluded)
    {
        var words = WordsOf(text);
        if (words.Count == 0)
            return;
        var prefix = text.EndsWith('*') || text.EndsWith('\uFF0A');
        if (excluded)
        {
            Add(new QueryClause(words, prefix && words.Count == 1, IsExcluded: true));
            return;
        }

        for (var i = 0; i < words.Count && _clauses.Count < MostClauses; i++)
            Add(new QueryClause([words[i] with { Offset = 0 }], prefix && i == words.Count - 1, IsExcluded: false));
    }

    private void Add(QueryClause clause)
    {
        var words = string.Join(' ', clause.Words.Select(word => $"{word.Offset}:{string.Join('|', word.Forms)}"));
        if (_seen.Add($"{(clause.IsExcluded ? '-' : '+')}{words}{(clause.IsPrefix ? "*" : "")}"))
            _clauses.Add(clause);
    }

    private struct Sink() : IWordSink
    {
        private int _position = -1;

        public List<QueryWord> Words { get; } = [];

        public void Add(ReadOnlySpan<char> form, int position, int start, int end)
        {
            if (position == _position && Words.Count > 0)
            {
                ((List<string>)Words[^1].Forms).Add(form.ToString());
                return;
            }

            _position = position;
            Words.Add(new QueryWord(position, new List<string> { form.ToString() }));
        }
    }
}
