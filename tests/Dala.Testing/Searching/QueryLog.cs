namespace Dala.Testing.Searching;

/// <summary>The log that every engine answers: as many queries of each of the ten kinds, two thirds of them with counts on five facets.</summary>
/// <remarks>
/// Words come in equal parts from the most frequent 50, the next 2,000 and the next 50,000 of a language; phrases stand in a record, and every third one is
/// of frequent words (or frequent Han characters) only.
/// </remarks>
public sealed class QueryLog
{
    private const int KindCount = 10;

    private static readonly (int First, int Limit)[] Bands = [(0, 50), (50, 2_050), (2_050, 50_000)];
    private static readonly char[] Marks = ['.', ',', '。', '，'];

    private readonly SyntheticRecords records;
    private readonly int count;
    private SplitMix random;

    private QueryLog(SyntheticRecords records, int count, ulong seed)
    {
        this.records = records;
        this.count = count;
        random = new SplitMix(seed);
    }

    /// <summary>A log of so many queries over so many records; the kinds take turns.</summary>
    public static IReadOnlyList<LoggedQuery> Of(SyntheticRecords records, int recordCount, int queries = 600, ulong seed = 2)
    {
        var log = new QueryLog(records, recordCount, seed);
        return [.. Enumerable.Range(0, queries).Select(log.Query)];
    }

    private LoggedQuery Query(int number)
    {
        var kind = (QueryKind)(number % KindCount);
        var turn = number / KindCount;
        var language = SyntheticLanguage.All[random.Below(SyntheticLanguage.All.Count)].Language;
        var (words, isChinese) = (
            kind switch
            {
                QueryKind.MatchAll => [],
                QueryKind.Phrase => Phrase(ofFrequentWords: turn % 3 == 0, out language),
                QueryKind.Prefix => [Prefix(language, turn)],
                QueryKind.Term or QueryKind.Filter or QueryKind.ByDate => [Word(language, turn)],
                QueryKind.Or => Words(language, turn, random.Between(2, 3)),
                QueryKind.MultiTerm => Words(language, turn, random.Between(2, 4)),
                _ => Words(language, turn, 2),
            },
            !language.IsSpaced
        );
        return new LoggedQuery(number, kind, words, isChinese, CountsFacets(kind, turn), Filters(kind, turn));
    }

    // Three kinds always count, the other seven in 8 of 15: two thirds in all.
    private static bool CountsFacets(QueryKind kind, int turn) =>
        kind is QueryKind.Filter or QueryKind.MatchAll or QueryKind.MultiTerm || turn * 8 % 15 < 8;

    private Dictionary<int, IReadOnlyList<int>> Filters(QueryKind kind, int turn)
    {
        var filters = new Dictionary<int, IReadOnlyList<int>>();
        var fields = kind switch
        {
            QueryKind.Filter => 1 + (turn % 2),
            QueryKind.MatchAll => turn % 2,
            _ => 0,
        };
        while (filters.Count < fields)
        {
            var field = random.Below(SyntheticFacets.Fields.Count);
            var values = SyntheticFacets.Values[field].Count;
            int[] chosen = [random.Zipf(values), random.Zipf(values)];
            filters.TryAdd(field, [.. chosen.Take(random.Between(1, 2)).Distinct()]);
        }

        return filters;
    }

    private string Word(SyntheticLanguage language, int turn)
    {
        var (first, limit) = Bands[turn % Bands.Length];
        return language.Word(random.Zipf(first, Math.Min(limit, language.Words)));
    }

    // Words of several bands, none twice.
    private string[] Words(SyntheticLanguage language, int turn, int wanted)
    {
        var words = new HashSet<string>();
        for (var band = turn; words.Count < wanted; band += random.Below(2))
            words.Add(Word(language, band));
        return [.. words];
    }

    // Two to four letters of a word; of Chinese one character.
    private string Prefix(SyntheticLanguage language, int turn)
    {
        if (!language.IsSpaced)
            return Word(language, turn)[..1];
        var length = random.Between(2, 4);
        string word;
        do word = Word(language, 1 + (turn % 2));
        while (word.Length < length);
        return word[..length];
    }

    private string[] Phrase(bool ofFrequentWords, out SyntheticLanguage language)
    {
        while (true)
        {
            var record = records.Record(random.Below(count));
            language = SyntheticLanguage.All[record.Language].Language;
            var frequent = ofFrequentWords ? Frequent(language) : null;
            var spaced = language.IsSpaced;
            var length = random.Between(2, 3);
            var windows = record
                .Text.Split(Marks)
                .Select(part => spaced ? part.Split(' ', StringSplitOptions.RemoveEmptyEntries) : Characters(part))
                .SelectMany(part => part.Skip(1).Select((_, i) => part[i..Math.Min(part.Length, i + length)]))
                .Select(window => window.Select(word => word.ToLowerInvariant()).ToArray())
                .Where(window => window.Length == length && (frequent is null || window.All(frequent.Contains)))
                .ToList();
            if (windows.Count > 0)
                return random.Of(windows);
        }
    }

    private static string[] Characters(string text) => [.. text.Select(character => character.ToString())];

    private static HashSet<string> Frequent(SyntheticLanguage language) =>
        [.. Enumerable.Range(0, Bands[0].Limit).Select(language.Word)];
}
