using Dala.Platform.Settings;
using Microsoft.Extensions.Caching.Memory;

namespace Dala.Library.Finding;

/// <summary>
/// Answers that were given lately, for those who ask the same: the first page, the filters that everybody opens, the words of a lesson that a whole class
/// types. An answer is given again only while what can be found is as it was.
/// </summary>
public sealed class RecentAnswers(LibraryIndex index, SettingValues settings) : IDisposable
{
    /// <summary>About what a result takes beside its letters, with its marks and its reasons.</summary>
    private const int BytesOfItem = 500;

    /// <summary>About what a value of a facet takes; its text is the index's own.</summary>
    private const int BytesOfCount = 50;

    // Without room there is nothing to look into: a cache of no size would be cleared for every answer.
    private readonly MemoryCache? answers = settings.Get(LibrarySettings.SearchAnswers) is > 0 and var most
        ? new MemoryCache(new MemoryCacheOptions { SizeLimit = most, TrackStatistics = true })
        : null;

    /// <summary>About how much memory is taken.</summary>
    public long Bytes => answers?.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>The answer to a question, from here or else made now.</summary>
    /// <param name="language">Of whoever reads.</param>
    public Found Of(Find find, string language, Func<Found> make)
    {
        if (answers is null)
            return make();
        // Read before the answer is made: what changes meanwhile makes it one of the past.
        var key = new Key(index.Current.Version, index.IsRebuilding, Address(find, language), language);
        if (answers.TryGetValue(key, out Found? known) && known is not null)
            return known;
        var made = make();
        answers.Set(key, made, new MemoryCacheEntryOptions { Size = SizeOf(key, made) });
        return made;
    }

    public void Dispose() => answers?.Dispose();

    private static string Address(Find find, string language) =>
        $"{SearchAddress.Of(find, find.Preferred ?? [language])}\n{find.Size} {find.FacetSize} {find.Explain}\n{find.After}\n"
        + string.Join(' ', find.Mixable ?? ["-"]);

    private static long SizeOf(Key key, Found found)
    {
        long letters = key.Address.Length;
        foreach (var item in found.Items)
            letters += item.Title.Text.Length + (item.Passage?.Text.Length ?? 0);
        return (letters * sizeof(char))
            + (found.Items.Count * BytesOfItem)
            + (found.Facets.Sum(facet => facet.Value.Count) * BytesOfCount);
    }

    private readonly record struct Key(long Version, bool IsRebuilding, string Address, string Language);
}
