using Dala.Platform.Settings;

namespace Dala.Library;

/// <summary>What an operator may set about the library.</summary>
public static class LibrarySettings
{
    public static readonly Setting<int> ImportBatch = Setting.Whole("import.batch", 1_000, least: 1, most: 100_000);
    public static readonly Setting<long> LongestRecord = Setting.Size("import.longest-record", "4 MB");
    public static readonly Setting<long> LargestExpansion = Setting.Size("import.largest-expansion", "4 GB");
    public static readonly Setting<int> LargestRatio = Setting.Whole("import.largest-ratio", 200, least: 2);
    public static readonly Setting<int> MostEntries = Setting.Whole("import.most-entries", 200_000, least: 1);
    public static readonly Setting<long> LargestUpload = Setting.Size("import.largest-upload", "256 MB");
    public static readonly Setting<int> PageSize = Setting.Whole("search.page-size", 20, least: 1, most: 100);

    public static readonly Setting<long> SearchMemory = Setting.Size("search.memory", "128 MB");

    public static readonly Setting<long> SearchAnswers = Setting.Size("search.answers", "32 MB");

    /// <summary>Works and texts in one basket.</summary>
    public static readonly Setting<int> BasketItems = Setting.Whole("basket.items", 100, least: 1, most: 200);

    /// <summary>Letters of one text that somebody adds to a basket.</summary>
    public static readonly Setting<int> BasketText = Setting.Whole("basket.text", 50_000, least: 100, most: 1_000_000);

    /// <summary>Days after which a basket that nobody touches may be cleared away.</summary>
    public static readonly Setting<int> BasketDays = Setting.Whole("basket.days", 365, least: 1);

    /// <summary>Baskets that are kept at once.</summary>
    public static readonly Setting<int> Baskets = Setting.Whole("basket.most", 100_000, least: 1);
    public const string Oer = "oer";
    public const string NotOer = "not-oer";

    /// <summary>Whether works for non-commercial use only are called OER; national rules differ.</summary>
    public static readonly Setting<string> NonCommercial = Setting.OneOf("library.noncommercial", Oer, NotOer);

    public static IReadOnlyList<Setting> All { get; } =
    [
        ImportBatch,
        LongestRecord,
        LargestExpansion,
        LargestRatio,
        MostEntries,
        LargestUpload,
        PageSize,
        SearchMemory,
        SearchAnswers,
        BasketItems,
        BasketText,
        BasketDays,
        Baskets,
        NonCommercial,
    ];
}
