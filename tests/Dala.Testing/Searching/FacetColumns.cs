using System.Runtime.InteropServices;

namespace Dala.Testing.Searching;

/// <summary>The facets and dates of all records in memory, by row: what an engine without facets needs beside it to count them.</summary>
public sealed class FacetColumns
{
    /// <summary>How many subjects a record has at most; 0 stands for none, so that they count from 1 here.</summary>
    public const int MostSubjects = 4;

    private readonly byte[] languages;
    private readonly byte[] types;
    private readonly byte[] tiers;
    private readonly ushort[] levels;
    private readonly ushort[] subjects;
    private readonly int[] dates;

    public FacetColumns(int rows)
    {
        Rows = rows;
        languages = new byte[rows];
        types = new byte[rows];
        tiers = new byte[rows];
        levels = new ushort[rows];
        subjects = new ushort[rows * MostSubjects];
        dates = new int[rows];
    }

    public int Rows { get; }

    public ReadOnlySpan<byte> Languages => languages;

    public ReadOnlySpan<byte> Types => types;

    public ReadOnlySpan<byte> Tiers => tiers;

    /// <summary>A bit for each level.</summary>
    public ReadOnlySpan<ushort> Levels => levels;

    public ReadOnlySpan<ushort> Subjects => subjects;

    public ReadOnlySpan<int> Dates => dates;

    /// <summary>Keeps a record in the row of its number.</summary>
    public void Set(SyntheticRecord record)
    {
        var row = record.Number;
        languages[row] = (byte)record.Language;
        types[row] = (byte)record.Type;
        tiers[row] = (byte)record.Tier;
        levels[row] = (ushort)record.Levels.Sum(level => 1 << level);
        for (var i = 0; i < record.Subjects.Count; i++)
            subjects[(row * MostSubjects) + i] = (ushort)(record.Subjects[i] + 1);
        dates[row] = record.Date;
    }

    public void Save(string path)
    {
        using var file = File.Create(path);
        file.Write(BitConverter.GetBytes(Rows));
        file.Write(languages);
        file.Write(types);
        file.Write(tiers);
        file.Write(MemoryMarshal.AsBytes(levels.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(subjects.AsSpan()));
        file.Write(MemoryMarshal.AsBytes(dates.AsSpan()));
    }

    public static FacetColumns Load(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> rows = stackalloc byte[sizeof(int)];
        file.ReadExactly(rows);
        var columns = new FacetColumns(BitConverter.ToInt32(rows));
        file.ReadExactly(columns.languages);
        file.ReadExactly(columns.types);
        file.ReadExactly(columns.tiers);
        file.ReadExactly(MemoryMarshal.AsBytes(columns.levels.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(columns.subjects.AsSpan()));
        file.ReadExactly(MemoryMarshal.AsBytes(columns.dates.AsSpan()));
        return columns;
    }
}
