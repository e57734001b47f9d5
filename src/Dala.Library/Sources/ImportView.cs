using Dala.Library.Importing;
using Dala.Platform;

namespace Dala.Library.Sources;

/// <summary>The form to import with, what was typed, and what a preview showed.</summary>
/// <param name="LargestUpload">Bytes that are taken at once.</param>
public sealed record ImportView(
    ImportOrder Order,
    IReadOnlyList<string> Mappings,
    long LargestUpload,
    IReadOnlyList<PreviewedRecord>? Preview = null,
    Problem? Problem = null
);
