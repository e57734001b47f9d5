using System.Numerics;
using Dala.Search;

namespace Dala.Testing.Searching;

/// <summary>Counts the facets of hits by a bare loop over columns, with the filters of a query: no engine can count them with less.</summary>
/// <remarks>A row that only one filter refuses counts for the field of that filter, as if it were off.</remarks>
public sealed class FacetTally
{
    private readonly FacetColumns columns;
    private readonly LoggedQuery query;
    private readonly bool[][] accepted;
    private readonly int[] filtered;
    private readonly int[][] hits = [.. SyntheticFacets.Values.Select(values => new int[values.Count])];
    private readonly int[][] widened = [.. SyntheticFacets.Values.Select(values => new int[values.Count])];

    public FacetTally(FacetColumns columns, LoggedQuery query)
    {
        this.columns = columns;
        this.query = query;
        filtered = [.. query.Filters.Keys];
        accepted = [.. SyntheticFacets.Values.Select(values => new bool[values.Count])];
        foreach (var (field, values) in query.Filters)
        {
            foreach (var value in values)
                accepted[field][value] = true;
        }
    }

    /// <summary>How many rows passed all filters.</summary>
    public int Total { get; private set; }

    /// <summary>Takes a row that meets the words of the query; true if it passes the filters too.</summary>
    public bool Add(int row)
    {
        var refused = 0;
        foreach (var field in filtered)
        {
            if (!Passes(row, field))
                refused |= 1 << field;
        }

        if (refused == 0)
        {
            Total++;
            if (query.CountsFacets)
                CountAll(row);
            return true;
        }

        if (query.CountsFacets && BitOperations.IsPow2(refused))
            CountOne(row, BitOperations.Log2((uint)refused));
        return false;
    }

    /// <summary>The counts of a field, the most frequent value first, without values that nothing has.</summary>
    public IReadOnlyList<FacetCount> Counts(int field) =>
        [
            .. SyntheticFacets
                .Values[field]
                .Select((value, i) => new FacetCount(value, hits[field][i] + widened[field][i], hits[field][i]))
                .Where(count => count.Count > 0)
                .OrderByDescending(count => count.Count)
                .ThenBy(count => count.Value, StringComparer.Ordinal),
        ];

    private void CountAll(int row)
    {
        hits[SyntheticFacets.Language][columns.Languages[row]]++;
        hits[SyntheticFacets.Type][columns.Types[row]]++;
        hits[SyntheticFacets.Tier][columns.Tiers[row]]++;
        CountLevels(row, hits[SyntheticFacets.Level]);
        CountSubjects(row, hits[SyntheticFacets.Subject]);
    }

    private void CountOne(int row, int field)
    {
        var counts = widened[field];
        if (field == SyntheticFacets.Level)
            CountLevels(row, counts);
        else if (field == SyntheticFacets.Subject)
            CountSubjects(row, counts);
        else
            counts[SingleValue(row, field)]++;
    }

    private void CountLevels(int row, int[] counts)
    {
        for (int left = columns.Levels[row]; left != 0; left &= left - 1)
            counts[BitOperations.TrailingZeroCount(left)]++;
    }

    private void CountSubjects(int row, int[] counts)
    {
        foreach (var subject in SubjectsOf(row))
        {
            if (subject == 0)
                break;
            counts[subject - 1]++;
        }
    }

    private bool Passes(int row, int field)
    {
        var values = accepted[field];
        if (field == SyntheticFacets.Level)
        {
            for (int left = columns.Levels[row]; left != 0; left &= left - 1)
            {
                if (values[BitOperations.TrailingZeroCount(left)])
                    return true;
            }

            return false;
        }

        if (field != SyntheticFacets.Subject)
            return values[SingleValue(row, field)];
        foreach (var subject in SubjectsOf(row))
        {
            if (subject != 0 && values[subject - 1])
                return true;
        }

        return false;
    }

    private byte SingleValue(int row, int field) =>
        field switch
        {
            SyntheticFacets.Language => columns.Languages[row],
            SyntheticFacets.Type => columns.Types[row],
            _ => columns.Tiers[row],
        };

    private ReadOnlySpan<ushort> SubjectsOf(int row) =>
        columns.Subjects.Slice(row * FacetColumns.MostSubjects, FacetColumns.MostSubjects);
}
