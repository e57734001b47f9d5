using Dala.Library.Api;
using Dala.Platform;
using Dala.Platform.Languages;

namespace Dala.Library.Finding;

/// <summary>A list of results, or what is wrong with the question.</summary>
/// <param name="Sources">The titles of sources by name.</param>
public sealed record ResultsView(
    SearchParameters Asked,
    Find Find,
    Found? Found,
    IReadOnlyDictionary<string, string> Sources,
    Problem? Problem = null
)
{
    /// <summary>Less strict searches that find something, where this one finds nothing.</summary>
    public IReadOnlyList<Loosening> Looser { get; init; } = [];

    /// <summary>For each result, in their order, why it was found.</summary>
    public IReadOnlyList<Reasons?> Why { get; init; } = [];

    /// <summary>The address that asks for this again, whoever opens it.</summary>
    public string Address { get; init; } = "";

    /// <summary>The address of its feed.</summary>
    public string Feed { get; init; } = "";

    public static ResultsView Of(
        SearchParameters asked,
        Find find,
        Found found,
        IReadOnlyDictionary<string, string> sources,
        LoosenSearch loosen,
        Concepts concepts,
        Words words,
        string origin
    )
    {
        var search = SearchAddress.Of(find, found.Preferred);
        return new ResultsView(asked, find, found, sources)
        {
            Looser = found.Total == 0 ? loosen.Run(find, found.DidYouMean, words.Language) : [],
            Why = [.. found.Items.Select(item => Reasons.Of(item, concepts, words))],
            Address = $"{origin}/{words.Language}/resources{search}",
            Feed = SearchFeed.Address(origin, words.Language, search),
        };
    }
}
