using System.Text;

namespace Dala.Testing.Searching;

/// <summary>Makes records one by one, each from the seed and its number alone, so that every process makes the same and none keeps them.</summary>
public sealed class SyntheticRecords(ulong seed = 1)
{
    private const int DaysOfDates = 9_000;

    /// <summary>The records from 0 up to the limit.</summary>
    public IEnumerable<SyntheticRecord> Take(int count) => Enumerable.Range(0, count).Select(Record);

    public SyntheticRecord Record(int number)
    {
        var random = SplitMix.For(seed, number);
        var language = LanguageOf(ref random);
        var speech = SyntheticLanguage.All[language].Language;
        return new SyntheticRecord(
            number,
            language,
            Title(speech, ref random),
            Text(speech, ref random),
            random.Below(DaysOfDates),
            random.Zipf(SyntheticFacets.Values[SyntheticFacets.Type].Count),
            random.Below(SyntheticFacets.Values[SyntheticFacets.Tier].Count),
            Levels(ref random),
            Subjects(ref random)
        );
    }

    private static int LanguageOf(ref SplitMix random)
    {
        var share = random.Below(100);
        var language = 0;
        while (share >= SyntheticLanguage.All[language].Share)
            share -= SyntheticLanguage.All[language++].Share;
        return language;
    }

    private static string Title(SyntheticLanguage language, ref SplitMix random)
    {
        var title = new StringBuilder();
        Sentence(title, language, random.Between(3, 9), ref random);
        return title.ToString();
    }

    private static string Text(SyntheticLanguage language, ref SplitMix random)
    {
        var letters = random.Between(900, 1800) / language.BytesPerLetter;
        var text = new StringBuilder(letters + 100);
        while (text.Length < letters)
        {
            Sentence(text, language, random.Between(5, 16), ref random);
            text.Append(language.IsSpaced ? ". " : "。");
        }

        return text.ToString();
    }

    private static void Sentence(StringBuilder text, SyntheticLanguage language, int words, ref SplitMix random)
    {
        var start = text.Length;
        for (var word = 0; word < words; word++)
        {
            if (word > 0 && random.Below(12) == 0)
                text.Append(language.IsSpaced ? "," : "，");
            if (word > 0 && language.IsSpaced)
                text.Append(' ');
            language.Append(text, random.Zipf(language.Words));
        }

        text[start] = char.ToUpperInvariant(text[start]);
    }

    // One to three levels that follow each other, as of a course for the end of one school and the beginning of the next.
    private static int[] Levels(ref SplitMix random)
    {
        var levels = SyntheticFacets.Values[SyntheticFacets.Level].Count;
        var first = random.Below(levels);
        return [.. Enumerable.Range(first, Math.Min(random.Between(1, 3), levels - first))];
    }

    private static int[] Subjects(ref SplitMix random)
    {
        var subjects = new SortedSet<int>();
        for (var left = random.Between(1, 4); left > 0; left--)
            subjects.Add(random.Zipf(SyntheticFacets.Values[SyntheticFacets.Subject].Count));
        return [.. subjects];
    }
}
