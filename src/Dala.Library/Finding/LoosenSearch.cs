namespace Dala.Library.Finding;

/// <summary>What would be asked less strictly.</summary>
public enum LooserBy
{
    /// <summary>The likelier spelling.</summary>
    Spelling,

    /// <summary>Words in other forms, scripts and meanings too.</summary>
    OtherForms,

    /// <summary>One of the words instead of all.</summary>
    AnyWord,

    /// <summary>Without a filter.</summary>
    Filter,

    /// <summary>Without any filter, where there are several.</summary>
    AllFilters,

    /// <summary>Without the date range.</summary>
    Dates,

    /// <summary>Without a word.</summary>
    Word,
}

/// <summary>A less strict search and how much it finds.</summary>
/// <param name="What">The filter or the word that is dropped.</param>
/// <param name="Question">The words that are left.</param>
public sealed record Loosening(LooserBy By, string? What, string Question, int Count);

/// <summary>For a search that finds nothing, the searches next to it that find something, each with its number.</summary>
public sealed class LoosenSearch(FindResources find)
{
    /// <summary>Searches that are tried; each costs what a search costs.</summary>
    private const int Most = 12;

    public IReadOnlyList<Loosening> Run(Find asked, string? spelling, string language) =>
        [
            .. Candidates(asked, spelling)
                .Take(Most)
                .Select(candidate => new Loosening(
                    candidate.By,
                    candidate.What,
                    candidate.Find.Text,
                    find.Count(candidate.Find, language)
                ))
                .Where(loosening => loosening.Count > 0),
        ];

    private static IEnumerable<(LooserBy By, string? What, Find Find)> Candidates(Find asked, string? spelling)
    {
        if (spelling is not null)
            yield return (LooserBy.Spelling, null, asked with { Text = spelling });
        if (asked.Exact)
            yield return (LooserBy.OtherForms, null, asked with { Exact = false });
        var parts = Question.Parts(asked.Text);
        if (!asked.Any && parts.Count > 1)
            yield return (LooserBy.AnyWord, null, asked with { Any = true });
        var set = asked.Filters.Where(filter => filter.Value.Count > 0).Select(filter => filter.Key).ToList();
        foreach (var filter in set)
            yield return (LooserBy.Filter, filter, asked with { Filters = Without(asked.Filters, filter) });
        if (set.Count > 1)
            yield return (LooserBy.AllFilters, null, asked with { Filters = new Find().Filters });
        if (asked.From is not null || asked.To is not null)
            yield return (LooserBy.Dates, null, asked with { From = null, To = null });
        if (parts.Count > 1)
        {
            foreach (var part in parts)
                yield return (LooserBy.Word, part.Text, asked with { Text = Question.Without(parts, part) });
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Without(
        IReadOnlyDictionary<string, IReadOnlyList<string>> filters,
        string dropped
    ) => filters.Where(filter => filter.Key != dropped).ToDictionary(filter => filter.Key, filter => filter.Value);
}
