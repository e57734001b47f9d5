namespace Dala.Platform.Settings;

/// <summary>How many letters must be added, dropped or changed to make one word of the other (Levenshtein).</summary>
public static class EditDistance
{
    public static int Between(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        var current = new int[other.Length + 1];
        for (var i = 0; i < one.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, previous[j] + (one[i] == other[j] ? 0 : 1));
            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
