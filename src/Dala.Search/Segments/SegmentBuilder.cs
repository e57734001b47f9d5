using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>Makes the content of a segment from documents, given in the order of their keys.</summary>
/// <param name="paired">Words to pair even where they are not frequent (<see cref="WordPairs"/>).</param>
internal sealed class SegmentBuilder(IndexSchema schema, HashSet<string> paired) : IDisposable
{
    private readonly SegmentContent _content = new(schema);
    private readonly Inversion _words = new(schema.Texts.Count);
    private readonly Inversion _titleWords = new(fields: 1);
    private readonly LanguageSets _languages = new();

    public void Add(byte[] key, IndexDocument document)
    {
        var number = _content.Documents;
        _content.Keys.Add(key);
        _content.Dates.Add(document.Date);
        AddTitle(number, document);
        for (var field = 0; field < schema.Texts.Count; field++)
            AddTexts(number, field, document.Texts);
        for (var field = 0; field < schema.Facets.Count; field++)
            AddFacet(field, document.Facets);
    }

    public SegmentContent Finish()
    {
        _words.AddPairs(_content, paired);
        _words.WriteTo(_content, ofTitles: false);
        _titleWords.WriteTo(_content, ofTitles: true);
        _languages.WriteTo(_content.LanguageSetNames);
        return _content;
    }

    public void Dispose()
    {
        _words.Dispose();
        _titleWords.Dispose();
    }

    private void AddTitle(int number, IndexDocument document)
    {
        _content.Titles.Add(SegmentContent.Encode(document.Title));
        _content.SortKeys.Add(TitleOrder.KeyOf(document.Title, document.TitleLanguage));
        _content.FoldedTitles.Add(SegmentContent.Encode(Folding.Line(document.Title)));
        var language = SearchLanguage.Of(document.TitleLanguage);
        var sink = new Sink(_titleWords, language, number, 0);
        Words.Read(Folding.Compose(document.Title), WordUse.Index, language, 0, ref sink);
    }

    private void AddTexts(int number, int field, IReadOnlyList<IndexText> texts)
    {
        var position = 0;
        var length = 0;
        var languages = _languages.Empty;
        var name = schema.Texts[field].Name;
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            if (!string.Equals(text.Field, name, StringComparison.Ordinal))
                continue;
            var composed = Folding.Compose(text.Value);
            var language = text.Language is { Length: > 0 } tag ? SearchLanguage.Of(tag) : SearchLanguage.Detect(composed);
            var sink = new Sink(_words, language, number, field);
            var end = Words.Read(composed, WordUse.Index, language, position, ref sink);
            length += end - position;
            // A place is left free between two values, over which no phrase reaches.
            position = end + 1;
            if (text.Language is { Length: > 0 } known)
                languages = _languages.With(languages, known);
        }

        var code = FieldLength.Encode(length);
        _content.Norms.Add(Norm.Of(code, languages));
        _content.FieldLengths[field] += FieldLength.Decode(code);
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

    private readonly struct Sink(Inversion words, byte language, int document, int field) : IWordSink
    {
        public void Add(ReadOnlySpan<char> form, int position, int start, int end) =>
            words.Add(form, language, document, field, position);
    }
}
