using System.Collections.Concurrent;
using Dala.Platform.Data;
using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>What a list of results shows of a resource in one language: the summary, its title, and the texts of which a passage is shown.</summary>
public sealed record ListedResource(ResourceSummary Summary, ListedText Title, IReadOnlyList<ListedText> Texts);

/// <summary>A text with its language; of a long one its beginning. Its words are read once for all questions.</summary>
public sealed record ListedText(MarkableText Text, string? Language)
{
    public static ListedText Of(string text, string? language) => new(new MarkableText(text, language), language);
}

/// <summary>
/// Reads what lists show, and keeps it ready: people look at the same pages of results again and again. What the index has heard to be changed is
/// read anew, so that a list is never older than the index that made it.
/// </summary>
public sealed class ListedResources(BulkReader reader, LibraryIndex index)
{
    /// <summary>Letters of a text in which words are looked for to show them; a passage from the middle of a long book helps nobody to choose.</summary>
    private const int LongestText = 4_000;

    /// <summary>
    /// Letters that are kept in each of two halves: when the young half is full it becomes the old one, and the old one goes as a whole. A letter
    /// takes two bytes, and its share of its word's place in the text two or three more.
    /// </summary>
    private const int MostLetters = 12_000_000;

    /// <summary>After more changes than this (an import), everything is read anew instead of each being looked for.</summary>
    private const int MostChanges = 5_000;

    private readonly Lock changing = new();
    private volatile Kept kept = new(-1, new Dictionary<Guid, Source>());

    /// <summary>What is shown of the resources; one that is not in the store is left out.</summary>
    public IReadOnlyDictionary<Guid, ListedResource> Of(IReadOnlyCollection<Guid> ids, string language)
    {
        var now = UpToDate();
        var listed = new Dictionary<Guid, ListedResource>(ids.Count);
        var missing = new List<Guid>();
        foreach (var id in ids)
        {
            var key = (id, language);
            if (now.Find(key, out var isOld) is { } ready)
            {
                listed[id] = ready;
                // What is asked for stays young.
                if (isOld)
                    Keep(now, key, ready);
            }
            else
            {
                missing.Add(id);
            }
        }

        if (missing.Count == 0)
            return listed;
        using var store = reader.Begin();
        var read = ClaimsOfResources.Of(store, missing).ToList();
        // What was published a moment ago may be of a source that the index has not heard of yet.
        var sources = read.TrueForAll(resource => now.Sources.ContainsKey(resource.SourceId)) ? now.Sources : Sources(store);
        foreach (var resource in read)
        {
            var made = Made(resource, sources[resource.SourceId], language);
            listed[resource.Id] = made;
            Keep(now, (resource.Id, language), made);
        }

        return listed;
    }

    internal static ListedResource Made(ClaimedResource resource, Source source, string language)
    {
        var summary = ResourceSummary.Of(resource.Id, resource.Identifier, resource.ChangedAt, source, resource.Claims, language);
        var texts = new List<ListedText>(2);
        foreach (var field in (ReadOnlySpan<string>)[Fields.Description, Fields.Text])
        {
            if (ShownClaim.Of(resource.Claims, field, summary.Languages, language) is { } shown)
                texts.Add(ListedText.Of(Beginning(shown.Value), shown.Claim.Language ?? summary.TitleLanguage));
        }

        return new ListedResource(summary, ListedText.Of(summary.Title, summary.TitleLanguage), texts);
    }

    private static string Beginning(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    private Kept UpToDate()
    {
        var through = index.Current.Through;
        var now = kept;
        if (now.Through == through)
            return now;
        lock (changing)
        {
            if (kept.Through == through)
                return kept;
            using var store = reader.Begin();
            var sources = Sources(store);
            if (kept.Through < 0 || kept.Through > through)
                return kept = new Kept(through, sources);
            var changed = Changed(store, kept.Through, through);
            if (changed.Count > MostChanges)
                return kept = new Kept(through, sources);
            return kept = kept.Without(changed, through, sources);
        }
    }

    // Whoever read before the index heard of a change must not leave what was read for those who ask after it.
    private void Keep(Kept whenAsked, (Guid Id, string Language) key, ListedResource made)
    {
        lock (changing)
        {
            if (ReferenceEquals(kept, whenAsked))
                whenAsked.Add(key, made);
        }
    }

    private static HashSet<Guid> Changed(BulkReading store, long after, long upTo)
    {
        using var rows = store.Read(
            "select id from resource where change_number > $1 and change_number <= $2 limit $3",
            after,
            upTo,
            MostChanges + 1
        );
        var changed = new HashSet<Guid>();
        while (rows.Read())
            changed.Add(Columns.Id(rows.GetFieldValue<byte[]>(0)));
        return changed;
    }

    private static Dictionary<Guid, Source> Sources(BulkReading store)
    {
        using var rows = store.Read("select id, name, title, created_at from source");
        var sources = new Dictionary<Guid, Source>();
        while (rows.Read())
        {
            var id = Columns.Id(rows.GetFieldValue<byte[]>(0));
            sources.Add(
                id,
                new Source
                {
                    Id = id,
                    Name = rows.GetString(1),
                    Title = rows.GetString(2),
                    CreatedAt = Columns.Time(rows.GetInt64(3)),
                }
            );
        }

        return sources;
    }

    /// <summary>What is ready, as of one change number of the index.</summary>
    private sealed class Kept(long through, Dictionary<Guid, Source> sources)
    {
        private ConcurrentDictionary<(Guid Id, string Language), ListedResource> young = new();
        private ConcurrentDictionary<(Guid Id, string Language), ListedResource> old = new();
        private int letters;

        public long Through { get; } = through;

        public Dictionary<Guid, Source> Sources { get; } = sources;

        public ListedResource? Find((Guid Id, string Language) key, out bool isOld)
        {
            isOld = false;
            if (young.TryGetValue(key, out var ready))
                return ready;
            isOld = old.TryGetValue(key, out ready);
            return ready;
        }

        public void Add((Guid Id, string Language) key, ListedResource made)
        {
            if (!young.TryAdd(key, made))
                return;
            letters += 500 + made.Texts.Sum(text => text.Text.Text.Length);
            if (letters <= MostLetters)
                return;
            old = young;
            young = new();
            letters = 0;
        }

        public Kept Without(HashSet<Guid> changed, long through, Dictionary<Guid, Source> sources)
        {
            foreach (var half in (ReadOnlySpan<ConcurrentDictionary<(Guid Id, string Language), ListedResource>>)[young, old])
            {
                foreach (var key in half.Keys.Where(key => changed.Contains(key.Id)))
                    half.TryRemove(key, out _);
            }

            return new Kept(through, sources)
            {
                young = young,
                old = old,
                letters = letters,
            };
        }
    }
}
