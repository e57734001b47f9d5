using System.Runtime.InteropServices;
using Dala.Search.Analysis;

namespace Dala.Search;

/// <summary>A text that is marked for one query after another: its words are read once, when they are first looked at.</summary>
public sealed class MarkableText
{
    private ReadWord[]? _words;

    /// <summary>Takes a text with its BCP 47 tag; the language is guessed where it is not known.</summary>
    public MarkableText(string text, string? language)
    {
        Text = Folding.Compose(text);
        Language = string.IsNullOrEmpty(language) ? SearchLanguage.Detect(Text) : SearchLanguage.Of(language);
    }

    /// <summary>The text, composed (NFC).</summary>
    public string Text { get; }

    internal byte Language { get; }

    /// <summary>The words in their order; two threads that come first read the same.</summary>
    internal ReadWord[] Words => _words ??= Read();

    /// <summary>
    /// FNV-1a (Fowler, Noll and Vo) over UTF-16, in 64 bits: among a million words that two are taken for one happens in one of 37 million libraries,
    /// and what happens then is a wrong mark.
    /// </summary>
    internal static ulong Hash(ReadOnlySpan<char> form)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in form)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash ^ (hash >> 32);
    }

    private ReadWord[] Read()
    {
        var sink = new Sink();
        Analysis.Words.Read(Text, WordUse.Index, Language, 0, ref sink);
        return [.. sink.Words];
    }

    private readonly struct Sink() : IWordSink
    {
        public List<ReadWord> Words { get; } = [];

        public void Add(ReadOnlySpan<char> form, int position, int start, int end) =>
            Words.Add(new ReadWord(Hash(form), start, end));
    }
}

/// <summary>A word as it is compared, and where it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadWord(ulong Hash, int Start, int End);
