using Dala.Platform.Data;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>The library's search index: a copy in the data folder, opened when it is first needed, made anew where it is damaged.</summary>
public sealed class LibraryIndex(DataFolder folder) : IDisposable
{
    public const string Title = "title";
    public const string Name = "name";
    public const string Subject = "subject";
    public const string Description = "description";
    public const string Text = "text";

    /// <summary>What can be filtered by and is counted, in the order in which pages show it.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["language", "tier", "type", "level", "subject", "source"];

    public static IndexSchema Schema { get; } = new(
        [
            new TextFieldSchema(Title, 4),
            new TextFieldSchema(Subject, 2),
            new TextFieldSchema(Name, 2),
            new TextFieldSchema(Description, 1),
            new TextFieldSchema(Text, 0.5f),
        ],
        Facets
    );

    private readonly Lock opening = new();
    private ISearchIndex? index;

    /// <summary>The index that serves.</summary>
    public ISearchIndex Current
    {
        get
        {
            if (index is { } open)
                return open;
            lock (opening)
                return index ??= Open();
        }
    }

    public void Dispose() => index?.Dispose();

    // A damaged index is only a copy: it is put aside, and the empty one that takes its place is filled from the store by the next job.
    private SearchIndex Open()
    {
        var path = folder.At("index");
        try
        {
            return SearchIndex.Open(path, Schema);
        }
        catch (IndexDamagedException)
        {
            var aside = folder.At("index.damaged");
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
            Directory.Move(path, aside);
            return SearchIndex.Open(path, Schema);
        }
    }
}
