using System.Collections.Frozen;
using System.Text;

namespace Dala.Search.Analysis;

/// <summary>Words that carry the grammar of a language and little of what is asked for. A query may find records without them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>[] ByLanguage = Read();

    public static bool Contains(ReadOnlySpan<char> folded, byte language) => ByLanguage[language].Contains(folded);

    // Each line of the file is a language and its words. Kazakh and its neighbours have words in both scripts on the line.
    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>[] Read()
    {
        var words = new HashSet<string>[SearchLanguage.Count];
        for (var language = 0; language < words.Length; language++)
            words[language] = [];

        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("Dala.Search.Analysis.StopWords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var language = SearchLanguage.Of(line[..colon]);
            var sink = new Sink(words[language]);
            Words.Read(Folding.Compose(line[(colon + 1)..]), WordUse.Index, language, 0, ref sink);
        }

        return [.. words.Select(set => set.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    private readonly struct Sink(HashSet<string> words) : IWordSink
    {
        public void Add(ReadOnlySpan<char> form, int position, int start, int end) => words.Add(form.ToString());
    }
}
