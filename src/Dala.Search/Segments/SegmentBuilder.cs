using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>Makes the content of a segment from documents, given in the order of their keys.</summary>
internal sealed class SegmentBuilder(IndexSchema schema)
{
    // Enough to tell titles apart; a sort key is in every cursor, too.
    private const int LongestSortTitle = 200;

    private readonly SegmentContent _content = new(schema.Texts.Count, schema.Facets.Count);
    private readonly Inversion _words = new();
    private readonly Inversion _titleWords = new();
    private readonly LanguageSets _languages = new();

    public void Add(byte[] key, IndexDocument document)
    {
        var number = _content.Keys.Count;
        _content.Keys.Add(key);
        _content.Dates.Add(document.Date);
        AddTitle(number, document.Title);
        for (var field = 0; field < schema.Texts.Count; field++)
            AddTexts(number, field, document.Texts);
        for (var field = 0; field < schema.Facets.Count; field++)
            AddFacet(field, document.Facets);
    }

    public SegmentContent Finish()
    {
        _words.WriteTo(_content.Terms, _content.Postings, _content.Positions);
        _titleWords.WriteTo(_content.TitleTerms, _content.TitlePostings, positions: null);
        _languages.WriteTo(_content.LanguageSetNames);
        return _content;
    }

    private void AddTitle(int number, string title)
    {
        _content.Titles.Add(SegmentContent.Encode(title));
        var line = Folding.Line(title);
        if (line.Length > LongestSortTitle)
            line = line[..(char.IsHighSurrogate(line[LongestSortTitle - 1]) ? LongestSortTitle - 1 : LongestSortTitle)];
        _content.SortTitles.Add(SegmentContent.Encode(line));
        var sink = new Sink(_titleWords, number, 0);
        Words.Read(Folding.Compose(title), WordUse.Index, 0, ref sink);
    }

    private void AddTexts(int number, int field, IReadOnlyList<IndexText> texts)
    {
        var sink = new Sink(_words, number, field);
        var position = 0;
        var length = 0;
        var languages = _languages.Empty;
        var name = schema.Texts[field].Name;
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            if (!string.Equals(text.Field, name, StringComparison.Ordinal))
                continue;
            var end = Words.Read(Folding.Compose(text.Value), WordUse.Index, position, ref sink);
            length += end - position;
            // A place is left free between two values, over which no phrase reaches.
            position = end + 1;
            if (text.Language is { Length: > 0 } language)
                languages = _languages.With(languages, language);
        }

        var code = FieldLength.Encode(length);
        _content.Lengths.Add(code);
        _content.FieldLengths[field] += FieldLength.Decode(code);
        _content.LanguageSets.Add(languages);
    }

    private void AddFacet(int field, IReadOnlyList<IndexFacet> facets)
    {
        var column = _content.Facets[field];
        var name = schema.Facets[field];
        for (var i = 0; i < facets.Count; i++)
        {
            if (string.Equals(facets[i].Field, name, StringComparison.Ordinal))
                column.Add(column.OrdinalOf(facets[i].Value));
        }

        column.EndDocument();
    }

    private readonly struct Sink(Inversion words, int document, int field) : IWordSink
    {
        public void Add(ReadOnlySpan<char> form, int position, int start, int end) => words.Add(form, document, field, position);
    }
}

/// <summary>The sets of languages that occur together in fields, numbered; few, though there are many fields.</summary>
internal sealed class LanguageSets
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _names = [""];
    private readonly Dictionary<(ushort, string), ushort> _unions = [];

    public ushort Empty => 0;

    public ushort With(ushort set, string language)
    {
        if (_unions.TryGetValue((set, language), out var known))
            return known;
        var primary = Primary(language);
        var number = Of(
            string.Join(
                ' ',
                _names[set]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Append(primary)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
        );
        _unions.Add((set, language), number);
        return number;
    }

    public ushort Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        // With more sets than numbers, the rest count as of no known language.
        if (_names.Count > ushort.MaxValue)
            return Empty;
        number = (ushort)_names.Count;
        _numbers.Add(name, number);
        _names.Add(name);
        return number;
    }

    public void WriteTo(StringsContent names)
    {
        foreach (var name in _names)
            names.Add(SegmentContent.Encode(name));
    }

    /// <summary>The language of a BCP 47 tag without script and region.</summary>
    public static string Primary(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }
}
