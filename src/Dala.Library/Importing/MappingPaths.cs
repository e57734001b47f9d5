namespace Dala.Library.Importing;

/// <summary>Compares the paths that mappings write with the paths of a record's leaves.</summary>
internal static class MappingPaths
{
    /// <summary>The cells of a row behind its last named column; as leaves they are named by their column.</summary>
    private const string Surplus = "@surplus";

    /// <summary>Whether a path of a mapping leads to a leaf.</summary>
    public static bool LeadsTo(string path, string leaf) =>
        path == Surplus ? leaf is ['@', _, ..] && !leaf.AsSpan(1).ContainsAnyExceptInRange('0', '9') : Same(path, leaf);

    /// <summary>Whether two paths are the same but for the brackets of arrays, which a mapping may leave out: <c>runs[0].level</c>, <c>runs.level</c>.</summary>
    private static bool Same(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        while (true)
        {
            one = WithoutIndex(one);
            other = WithoutIndex(other);
            if (one.IsEmpty || other.IsEmpty)
                return one.IsEmpty && other.IsEmpty;
            if (one[0] != other[0])
                return false;
            one = one[1..];
            other = other[1..];
        }
    }

    private static ReadOnlySpan<char> WithoutIndex(ReadOnlySpan<char> path)
    {
        while (path is ['[', ..])
        {
            var close = path.IndexOf(']');
            if (close < 0 || path[1..close].ContainsAnyExceptInRange('0', '9'))
                return path;
            path = path[(close + 1)..];
        }

        return path;
    }
}
