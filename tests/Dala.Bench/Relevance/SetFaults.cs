using Dala.Search;

namespace Dala.Bench.Relevance;

/// <summary>What would make a set measure something else than it says.</summary>
internal static class SetFaults
{
    private const int LeastCases = 60;
    private const int LeastDocuments = 150;

    // Recall is measured among the first twenty, so that more could never all be found.
    private static readonly int MostAnswers = new SearchQuery().Size;

    public static IEnumerable<string> Of(RelevanceSet set)
    {
        var known = set.Documents.Select(document => document.Id).ToHashSet();
        return Sizes(set)
            .Concat(Repeated("document", set.Documents.Select(document => document.Id)))
            .Concat(Repeated("text", set.Documents.Select(document => document.Text)))
            .Concat(Repeated("case", set.Cases.Select(judged => $"{judged.Kind}: {judged.Query}")))
            .Concat(
                set.Documents.Where(document => !document.Text.IsNormalized()).Select(document => $"{document.Id} is not NFC")
            )
            .Concat(set.Cases.SelectMany(judged => Of(judged, known)))
            .Select(fault => $"{set.Language}: {fault}");
    }

    private static IEnumerable<string> Sizes(RelevanceSet set)
    {
        if (!RelevanceSet.Full.Contains(set.Language))
            yield break;
        if (set.Cases.Count < LeastCases)
            yield return $"{set.Cases.Count} cases are fewer than {LeastCases}";
        if (set.Documents.Count < LeastDocuments)
            yield return $"{set.Documents.Count} documents are fewer than {LeastDocuments}";
    }

    private static IEnumerable<string> Of(JudgedCase judged, HashSet<string> known)
    {
        if (judged.Query.Trim() != judged.Query || judged.Query.Length == 0)
            yield return $"‘{judged.Query}’ is empty or has blanks around it";
        if (!judged.Query.IsNormalized())
            yield return $"‘{judged.Query}’ is not NFC";
        if (judged.Must.Count == 0)
            yield return $"‘{judged.Query}’ has nothing to find";
        if (judged.Must.Count > MostAnswers)
            yield return $"‘{judged.Query}’ has {judged.Must.Count} answers, more than a page of {MostAnswers}";
        foreach (var id in judged.Named.Where(id => !known.Contains(id)))
            yield return $"‘{judged.Query}’ names {id}, which is not there";
        foreach (var twice in Repeated($"judgement of ‘{judged.Query}’ on", judged.Named))
            yield return twice;
    }

    private static IEnumerable<string> Repeated(string what, IEnumerable<string> values) =>
        values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => $"{what} {group.Key} is there twice");
}
