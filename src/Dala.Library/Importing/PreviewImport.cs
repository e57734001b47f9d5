using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>What the mapping would make of one record.</summary>
public sealed record PreviewedRecord(
    string File,
    long Record,
    long? Line,
    string? Identifier,
    IReadOnlyList<MappedClaim> Claims,
    Problem? Problem
);

/// <summary>Shows what a mapping makes of the first records of files, and keeps nothing.</summary>
public sealed class PreviewImport(DataFolder folder, SettingValues settings)
{
    public Outcome<IReadOnlyList<PreviewedRecord>> Run(
        string mappingName,
        IReadOnlyList<ImportFile> files,
        int count,
        CancellationToken ct
    )
    {
        var loaded = MappingFile.Load(mappingName, folder.At("mappings"));
        if (loaded.Problem is { } wrongMapping)
            return wrongMapping;
        var records = new List<PreviewedRecord>();
        foreach (var file in files)
        {
            if (loaded.Value.TableFor(file.Name) is not { } table)
                return LibraryProblems.NoTableForFile(file.Name, loaded.Value.Name);
            using var content = file.Open();
            records.AddRange(
                RecordReader
                    .Read(content, file.Name, table.Format, ImportLimits.Of(settings), ct)
                    .Take(count)
                    .Select(reading => Shown(reading, table))
            );
        }

        return records;
    }

    private static PreviewedRecord Shown(Reading reading, MappingTable table)
    {
        if (reading is Reading.Refused refused)
            return new PreviewedRecord(
                refused.Place.File,
                refused.Place.Record,
                refused.Place.Line,
                null,
                [],
                Said(refused.Code, refused.Arguments.Values)
            );
        var record = ((Reading.Read)reading).Record;
        var place = record.Place;
        return table.Map(record) switch
        {
            Mapped.Described described => new PreviewedRecord(
                place.File,
                place.Record,
                place.Line,
                described.Identifier,
                described.Claims,
                null
            ),
            Mapped.Refused no => new PreviewedRecord(place.File, place.Record, place.Line, null, [], Said(no.Code, no.Arguments)),
            Mapped.KeptOnly => new PreviewedRecord(
                place.File,
                place.Record,
                place.Line,
                null,
                [],
                Said("library.record.kept-only", [])
            ),
            _ => new PreviewedRecord(place.File, place.Record, place.Line, null, [], Said("library.record.left-out", [])),
        };
    }

    private static Problem Said(string code, IEnumerable<string> arguments) => new(ProblemKind.Invalid, code, [.. arguments]);
}
