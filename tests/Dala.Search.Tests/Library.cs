namespace Dala.Search.Tests;

/// <summary>A small index over titles and descriptions, with the words that tests say often.</summary>
internal sealed class Library : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private long _through;

    public Library() => Index = SearchIndex.Open(_folder.Path, Schema);

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

    public void Apply(params IndexChange[] changes) => Index.Apply(changes, ++_through);

    public void Reopen()
    {
        Index.Dispose();
        Index = SearchIndex.Open(_folder.Path, Schema);
    }

    /// <summary>The keys that a query finds, in the order of keys.</summary>
    public string[] Find(string text) =>
        [
            .. Index
                .Search(new SearchQuery { Text = text, Size = 1000 })
                .Items.Select(item => item.Key)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
