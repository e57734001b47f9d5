namespace Dala.Search.Tests;

/// <summary>What documents should score by BM25F, reckoned from their texts for every query anew; words are parted by single spaces, none is long.</summary>
internal sealed class DirectRanking(IReadOnlyList<IndexDocument> documents, IndexSchema schema)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>The documents that meet the words of a query, with their scores.</summary>
    public Dictionary<string, double> Scores(string text, bool any)
    {
        var clauses = Clauses(text);
        var scores = new Dictionary<string, double>();
        foreach (var document in documents)
        {
            var each = clauses.ConvertAll(clause => Score(document, clause));
            if (any ? each.Exists(score => score > 0) : each.TrueForAll(score => score > 0))
                scores.Add(document.Key, each.Sum());
        }

        return scores;
    }

    private static List<string> Clauses(string text)
    {
        var parts = text.Split('"');
        return
        [
            .. parts
                .SelectMany((part, i) => i % 2 == 1 ? [$" {part} "] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(),
        ];
    }

    private double Score(IndexDocument document, string clause)
    {
        if (clause.StartsWith(' '))
        {
            var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.Sum(word => Rarity(With(word))) * Saturate(Frequency(document, clause.Trim()));
        }

        if (clause.EndsWith('*'))
        {
            var terms = documents
                .SelectMany(Words)
                .Distinct()
                .Where(word => word.StartsWith(clause[..^1], StringComparison.Ordinal))
                .ToList();
            // A beginning counts once, in the best of its fields, as if that were of usual length.
            return Rarity(terms.Sum(With))
                * schema
                    .Texts.Where(field => Tokens(document, field.Name).Intersect(terms).Any())
                    .Select(field => Saturate(field.Weight))
                    .DefaultIfEmpty()
                    .Max();
        }

        if (clause.Split(':') is [var only, var inField])
            return Rarity(With(inField)) * Saturate(Frequency(document, inField, only));
        return Rarity(With(clause)) * Saturate(Frequency(document, clause));
    }

    private double Frequency(IndexDocument document, string phrase, string? only = null)
    {
        var frequency = 0.0;
        foreach (var field in schema.Texts.Where(field => only is null || field.Name == only))
        {
            var count = document
                .Texts.Where(text => text.Field == field.Name)
                .Sum(text =>
                    Enumerable.Range(0, text.Value.Length).Count(at => $" {text.Value} ".AsSpan(at).StartsWith($" {phrase} "))
                );
            var average = Math.Max(1, documents.Average(other => Tokens(other, field.Name).Count));
            frequency += Math.Min(count, 15) * field.Weight / (1 - B + (B * Tokens(document, field.Name).Count / average));
        }

        return frequency;
    }

    private static double Saturate(double frequency) => frequency * (K1 + 1) / (K1 + frequency);

    private double Rarity(int count)
    {
        var with = Math.Min(count, documents.Count);
        return Math.Log(1 + ((documents.Count - with + 0.5) / (with + 0.5)));
    }

    private int With(string word) => documents.Count(document => Words(document).Contains(word));

    private static IEnumerable<string> Words(IndexDocument document) => document.Texts.SelectMany(text => text.Value.Split(' '));

    private static List<string> Tokens(IndexDocument document, string field) =>
        [.. document.Texts.Where(text => text.Field == field).SelectMany(text => text.Value.Split(' '))];
}
