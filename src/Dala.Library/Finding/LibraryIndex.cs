using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Search;
using Microsoft.Extensions.Logging;

namespace Dala.Library.Finding;

/// <summary>The library's search index: a copy in the data folder, opened when it is first needed, made anew where it is damaged.</summary>
public sealed class LibraryIndex(DataFolder folder, SettingValues settings, ILogger<LibraryIndex> log) : IDisposable
{
    public const string Title = "title";
    public const string Name = "name";
    public const string Subject = "subject";
    public const string Description = "description";
    public const string Text = "text";

    /// <summary>The concepts of vocabularies that a resource is tagged with; found by, never shown as a filter.</summary>
    public const string Concept = "concept";

    /// <summary>What one may do with a resource: one of <see cref="Allowed"/>.</summary>
    public const string May = "may";

    /// <summary>
    /// The licence: its address, or its family where the version is not stated. It decides what mixes with what, and is shown by what it allows, never as a
    /// filter of its own.
    /// </summary>
    public const string Licence = "licence";

    /// <summary>What can be filtered by and is counted, in the order in which pages show it.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["language", May, "tier", "type", "level", "subject", "source"];

    public static IndexSchema Schema { get; } =
        new(
            [
                new TextFieldSchema(Title, 4),
                new TextFieldSchema(Subject, 2),
                new TextFieldSchema(Name, 2),
                new TextFieldSchema(Description, 1),
                new TextFieldSchema(Text, 0.5f),
            ],
            [.. Facets, Concept, Licence]
        );

    private readonly Lock opening = new();
    private ISearchIndex? index;
    private volatile bool isRebuilding;

    private string Aside => folder.At("index.damaged");

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

    /// <summary>Whether a damaged index was put aside and the one in its place does not hold everything yet. It survives a restart.</summary>
    public bool IsRebuilding
    {
        get
        {
            _ = Current;
            return isRebuilding;
        }
    }

    /// <summary>The index holds everything that is in the store: what was damaged is of no more use.</summary>
    public void IsWhole()
    {
        if (!isRebuilding)
            return;
        Directory.Delete(Aside, recursive: true);
        isRebuilding = false;
    }

    public void Dispose() => index?.Dispose();

    // A damaged index is only a copy: it is put aside, and the empty one that takes its place is filled from the store by the next job. The
    // folder beside it says, over restarts too, that this has not come to its end.
    private SearchIndex Open()
    {
        var path = folder.At("index");
        var options = new IndexOptions { Memory = settings.Get(LibrarySettings.SearchMemory) };
        try
        {
            isRebuilding = Directory.Exists(Aside);
            return SearchIndex.Open(path, Schema, options);
        }
        catch (IndexDamagedException damage)
        {
            log.LogError(damage, "The search index is damaged and is made again from the store");
            if (Directory.Exists(Aside))
                Directory.Delete(Aside, recursive: true);
            Directory.Move(path, Aside);
            isRebuilding = true;
            return SearchIndex.Open(path, Schema, options);
        }
    }
}
