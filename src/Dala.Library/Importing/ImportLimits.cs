using Dala.Platform.Settings;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>How much a file may ask of us, as the operator has set it.</summary>
internal static class ImportLimits
{
    public static RecordLimits Of(SettingValues settings) =>
        new()
        {
            MaxRecordBytes = (int)settings.Get(LibrarySettings.LongestRecord),
            MaxEntryBytes = (int)settings.Get(LibrarySettings.LongestRecord),
            MaxExpandedBytes = settings.Get(LibrarySettings.LargestExpansion),
            MaxRatio = settings.Get(LibrarySettings.LargestRatio),
            MaxEntries = settings.Get(LibrarySettings.MostEntries),
        };
}
