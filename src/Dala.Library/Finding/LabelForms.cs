using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>
/// Finds labels by other forms of their words: математики, which is what people type, by the label математика. What a form of a word is, the language of
/// the label decides, so that a word is not stemmed by the rules of another language than the one whose label it then meets.
/// </summary>
internal sealed class LabelForms
{
    /// <summary>A shorter stem belongs to several words.</summary>
    private const int ShortestStem = 4;

    private readonly Dictionary<string, OfLanguage> languages = new(StringComparer.Ordinal);

    /// <summary>Takes in a label with the key by which it is then found.</summary>
    public void Add(string language, IReadOnlyList<LabelWord> label, string key)
    {
        if (!languages.TryGetValue(language, out var forms))
            languages.Add(language, forms = new OfLanguage());
        var stems = label.Select(word => WordForms.Stem(word.Folded, language)).ToList();
        var stem = string.Join(' ', stems);
        if (stem.Length < ShortestStem)
            return;
        forms.Beginnings.Add(label[0].Folded[0]);
        if (!forms.Keys.TryGetValue(stem, out var keys))
            forms.Keys.Add(stem, [key]);
        else if (!keys.Contains(key))
            forms.Keys[stem] = [.. keys, key];
        forms.LongestBy[stems[0]] = Math.Max(stems.Count, forms.LongestBy.GetValueOrDefault(stems[0]));
    }

    /// <summary>How many words the longest label has that may begin at a word.</summary>
    public int Longest(LabelWord word)
    {
        var longest = 0;
        foreach (var (language, forms) in languages)
        {
            if (forms.Beginnings.Contains(word.Folded[0]))
                longest = Math.Max(longest, forms.LongestBy.GetValueOrDefault(WordForms.Stem(word.Folded, language)));
        }

        return longest;
    }

    /// <summary>The keys of the labels the words of which have the same stems.</summary>
    public IEnumerable<string> Of(IReadOnlyList<LabelWord> words)
    {
        foreach (var (language, forms) in languages)
        {
            if (!forms.Beginnings.Contains(words[0].Folded[0]))
                continue;
            var stem = string.Join(' ', words.Select(word => WordForms.Stem(word.Folded, language)));
            foreach (var key in forms.Keys.GetValueOrDefault(stem, []))
                yield return key;
        }
    }

    /// <summary>The labels of one language.</summary>
    private sealed class OfLanguage
    {
        /// <summary>By the stems of the words, the keys of labels.</summary>
        public Dictionary<string, string[]> Keys { get; } = new(StringComparer.Ordinal);

        /// <summary>By the stem of the first word, how many words the longest label has.</summary>
        public Dictionary<string, int> LongestBy { get; } = new(StringComparer.Ordinal);

        /// <summary>The letters with which labels begin: most words of other scripts are so left out without a look at their stems.</summary>
        public HashSet<char> Beginnings { get; } = [];
    }
}
