using Dala.Library.Importing;
using Dala.Standards.Records;
using Dala.Testing;

namespace Dala.Library.Tests.Importing;

/// <summary>Maps whole files of the shared data with a shipped mapping.</summary>
internal static class MappingRuns
{
    public static Mapping Shipped(string name) => MappingFile.Load(name).Value;

    /// <summary>Every record of a file with what becomes of it; places that cannot be read at all are left out.</summary>
    public static IEnumerable<(SourceRecord Record, Mapped Mapped)> Map(string mapping, string file)
    {
        var table = Shipped(mapping).TableFor(file) ?? throw new InvalidOperationException($"{mapping} has no table for {file}.");
        using var stream = File.OpenRead(SharedData.At(file));
        foreach (var reading in RecordReader.Read(stream, Path.GetFileName(file), table.Format, new RecordLimits()))
        {
            if (reading is Reading.Read { Record: var record })
                yield return (record, table.Map(record));
        }
    }

    /// <summary>How many records of a file became what, and how many faults of text were mended.</summary>
    public static MappingCount Count(string mapping, string file)
    {
        var count = new MappingCount(0, 0, 0, 0, 0);
        foreach (var (_, mapped) in Map(mapping, file))
        {
            count = mapped switch
            {
                Mapped.Described described => count with { Described = count.Described + 1, Mends = count.Mends + described.Mends },
                Mapped.Refused => count with { Refused = count.Refused + 1 },
                Mapped.KeptOnly => count with { Kept = count.Kept + 1 },
                _ => count with { LeftOut = count.LeftOut + 1 },
            };
        }

        return count;
    }

    /// <summary>All claims of a record as lines: field, language, value, what it was made of, rule.</summary>
    public static string Text(Mapped mapped) =>
        mapped switch
        {
            Mapped.Described described => string.Join('\n', described.Claims.Select(Text).Prepend($"= {described.Identifier}")),
            Mapped.Refused refused => $"! {refused.Field} {refused.Code} {string.Join(" | ", refused.Arguments)}",
            _ => mapped.GetType().Name,
        };

    private static string Text(MappedClaim claim)
    {
        var language = claim.Language is null ? "" : $"@{claim.Language}";
        var raw = claim.RawValue is null ? "" : $"  <- {Short(claim.RawValue)}";
        return $"{claim.Field}{language}: {Short(claim.Value)}{raw}  [{claim.Rule[(claim.Rule.IndexOf('/', StringComparison.Ordinal) + 1)..]}]";
    }

    private static string Short(string value)
    {
        var line = value.ReplaceLineEndings("⏎");
        return line.Length <= 160 ? line : $"{line[..140]}… ({value.Length})";
    }
}

internal sealed record MappingCount(int Described, int Refused, int Kept, int LeftOut, int Mends);
