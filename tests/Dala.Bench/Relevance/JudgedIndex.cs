using Dala.Search;

namespace Dala.Bench.Relevance;

/// <summary>An index over the documents of one set or of several, each tagged with its language, that answers cases.</summary>
internal sealed class JudgedIndex : IDisposable
{
    private static readonly IndexSchema Schema = new([new TextFieldSchema("title")], ["language"]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dala-relevance-");
    private readonly SearchIndex _index;

    public JudgedIndex(params IReadOnlyList<RelevanceSet> sets)
    {
        _index = SearchIndex.Open(_folder.FullName, Schema);
        _index.Apply(sets.SelectMany(set => set.Documents.Select(document => Put(document, set.Language))), through: 1);
    }

    /// <summary>Every case of a set, as somebody asks who reads its language, or as somebody whose languages are not known.</summary>
    public IReadOnlyList<CaseResult> Answer(RelevanceSet set, bool preferring)
    {
        var own = set.Documents.Select(document => document.Id).ToHashSet();
        return
        [
            .. set.Cases.Select(judged =>
            {
                var page = _index
                    .Search(
                        new SearchQuery
                        {
                            Text = judged.Query,
                            Size = 20,
                            PreferredLanguages = preferring ? [set.Language] : [],
                        }
                    )
                    .Items.Select(hit => hit.Key)
                    .ToList();
                var found = page.Where(own.Contains).ToList();
                return new CaseResult(set, judged, found, page.Count - found.Count);
            }),
        ];
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IndexChange.Put Put(JudgedDocument document, string language) =>
        new(
            new IndexDocument
            {
                Key = document.Id,
                Title = document.Text,
                TitleLanguage = language,
                Texts = [new IndexText("title", document.Text, language)],
                Facets = [new IndexFacet("language", language)],
            }
        );
}
