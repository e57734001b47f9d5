using System.Text;

namespace Dala.Search.Analysis;

/// <summary>Traditional Chinese characters with the simplified ones that stand for them: 數學 and 数学 are one word.</summary>
/// <remarks>
/// The correspondences are those of OpenCC, the first where there are several. Both sides of a search are folded alike, so that a character which
/// is right in both (後 and 后) only makes two words meet that one of the scripts writes alike anyway.
/// </remarks>
internal static class TraditionalHan
{
    private static readonly Dictionary<char, char> SimplifiedOf = Read();

    /// <summary>The simplified character for a traditional one; null for all others.</summary>
    public static char? Simplified(char c) => SimplifiedOf.TryGetValue(c, out var simplified) ? simplified : null;

    // Each line is a simplified character and the traditional ones that it stands for.
    private static Dictionary<char, char> Read()
    {
        var simplified = new Dictionary<char, char>();
        using var stream = typeof(TraditionalHan).Assembly.GetManifestResourceStream("Dala.Search.Analysis.SimplifiedHan.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            foreach (var traditional in line.AsSpan(1))
                simplified.Add(traditional, line[0]);
        }

        return simplified;
    }
}
