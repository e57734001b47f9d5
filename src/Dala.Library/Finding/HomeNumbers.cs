using Dala.Platform.Data;
using Dala.Search;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Finding;

/// <summary>What is in the library, as numbers and as ways in.</summary>
/// <param name="Open">Resources that may be used for any purpose.</param>
/// <param name="Ways">Counts over everything, by filter.</param>
public sealed record HomeView(
    int Resources,
    int Languages,
    int Sources,
    int Open,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Ways
);

/// <summary>Counts what is in the library, for its first page.</summary>
public sealed class HomeNumbers(Store store, LibraryIndex index)
{
    /// <summary>More languages than there are with a code of two or three letters in any catalogue.</summary>
    private const int AllValues = 10_000;

    public async Task<HomeView> Run(CancellationToken ct)
    {
        var all = index.Current.Search(
            new SearchQuery
            {
                Size = 0,
                Facets = LibraryIndex.Facets,
                FacetSize = AllValues,
            }
        );
        return new HomeView(
            all.Total,
            all.Facets["language"].Count,
            await store.Set<Source>().CountAsync(ct),
            all.Facets["tier"].FirstOrDefault(count => count.Value == "T1").Count,
            all.Facets
        );
    }
}
