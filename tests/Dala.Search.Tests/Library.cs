namespace Dala.Search.Tests;

/// <summary>A small index over titles and descriptions, with the words that tests say often.</summary>
internal sealed class Library : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private long _through;

    private readonly IndexOptions _options;

    /// <summary>An empty library in a folder of its own.</summary>
    /// <param name="memory">With little, changes go to files at once.</param>
    public Library(long memory = 1 << 20)
    {
        _options = new IndexOptions { Memory = memory };
        Index = SearchIndex.Open(_folder.Path, Schema, _options);
    }

    public static IndexSchema Schema { get; } =
        new([new TextFieldSchema("title", 3), new TextFieldSchema("description")], ["language", "level"]);

    public SearchIndex Index { get; private set; }

    public string Path => _folder.Path;

    public static Library Of(params string[] titles)
    {
        var library = new Library();
        library.Apply([.. titles.Select((title, i) => Put($"{i + 1}", title))]);
        return library;
    }

    public static IndexChange Put(
        string key,
        string title,
        string? language = null,
        string? description = null,
        params string[] levels
    ) =>
        new IndexChange.Put(
            new IndexDocument
            {
                Key = key,
                Title = title,
                Texts = description is null
                    ? [new IndexText("title", title, language)]
                    : [new IndexText("title", title, language), new IndexText("description", description, language)],
                Facets =
                [
                    .. levels.Select(level => new IndexFacet("level", level)),
                    .. language is null ? (IndexFacet[])[] : [new IndexFacet("language", language)],
                ],
            }
        );

    public static IndexChange Remove(string key) => new IndexChange.Remove(key);

    public void Apply(params IndexChange[] changes)
    {
        Index.Apply(changes, ++_through);
        Index.Commit();
    }

    public void Reopen()
    {
        Index.Dispose();
        Index = SearchIndex.Open(_folder.Path, Schema, _options);
    }

    /// <summary>The keys that a query finds by its words as they are, in the order of keys.</summary>
    public string[] Find(string text) =>
        [
            .. Index
                .Search(
                    new SearchQuery
                    {
                        Text = text,
                        Size = 1000,
                        Furthest = MatchLevel.Same,
                    }
                )
                .Items.Select(item => item.Key)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
