using System.Buffers;

namespace Dala.Search.Analysis;

/// <summary>
/// Letters of another alphabet that look the same, typed by mistake: <c>пәнi</c> with a Latin i. A word of both alphabets is brought to the one
/// in which each of its letters exists.
/// </summary>
internal static class LookAlikes
{
    private const string Latin = "acehikmoptxysjbəɵ";
    private const string Cyrillic = "асеһікмортхуѕјвәө";

    private static readonly SearchValues<char> LatinOnly = SearchValues.Create("dfglnqruvwz");

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or 'ə' or 'ɵ';

    /// <summary>Mends a folded word, if it holds both Cyrillic and Latin letters.</summary>
    public static void Mend(Span<char> word)
    {
        if (!word.ContainsAnyInRange('\u0400', '\u052F') || !HasLatin(word))
            return;
        if (!word.ContainsAny(LatinOnly))
            Replace(word, Latin, Cyrillic);
        else if (!HasCyrillicOnly(word))
            Replace(word, Cyrillic, Latin);
    }

    private static bool HasLatin(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsLatin(c))
                return true;
        }

        return false;
    }

    private static bool HasCyrillicOnly(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (IsCyrillic(c) && !Cyrillic.Contains(c))
                return true;
        }

        return false;
    }

    private static void Replace(Span<char> word, string from, string to)
    {
        foreach (ref var c in word)
        {
            if (from.IndexOf(c) is >= 0 and var at)
                c = to[at];
        }
    }
}
