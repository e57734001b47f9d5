using Dala.Platform.Settings;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>How much a file may ask of us, as the operator has set it.</summary>
internal static class ImportLimits
{
    public static RecordLimits Of(SettingValues settings) =>
        new()
        {
            MaxRecordBytes = LongestRecord(settings),
            MaxEntryBytes = LongestRecord(settings),
            MaxExpandedBytes = settings.Get(LibrarySettings.LargestExpansion),
            MaxRatio = settings.Get(LibrarySettings.LargestRatio),
            MaxEntries = settings.Get(LibrarySettings.MostEntries),
        };

    // A record is an array of bytes, and the store takes no longer ones (sqlite.org/limits.html: a billion bytes).
    private static int LongestRecord(SettingValues settings) =>
        (int)Math.Min(settings.Get(LibrarySettings.LongestRecord), 1_000_000_000);
}
