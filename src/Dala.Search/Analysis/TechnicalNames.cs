namespace Dala.Search.Analysis;

/// <summary>Names in which signs are letters: C++, C#, F#, .NET. Without the sign they would name something else, or everything.</summary>
internal static class TechnicalNames
{
    /// <summary>How many characters after a folded word belong to its name: two for ++, one for # after a single letter.</summary>
    public static int SignsAfter(string text, int end, ReadOnlySpan<char> word)
    {
        // The sign is looked for first: nearly no word has one behind it.
        if (end >= text.Length || text[end] is not ('+' or '#') || !IsPlainLatin(word))
            return 0;
        var signs =
            text.AsSpan(end).StartsWith("++", StringComparison.Ordinal) ? 2
            : text[end] == '#' && word.Length == 1 ? 1
            : 0;
        return signs > 0 && (end + signs == text.Length || IsBoundary(text[end + signs])) ? signs : 0;
    }

    /// <summary>Whether the dot before a folded word belongs to it: .NET and .net, ASP.NET, but not example.net.</summary>
    public static bool IsDotName(string text, int start, ReadOnlySpan<char> word) =>
        word is "net"
        && (text[start] == 'N' || start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] is '(' or '"' or '«');

    private static bool IsPlainLatin(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('a', 'z');

    private static bool IsBoundary(char c) => Folding.KindOf(c) is CharacterKind.Separator && c is not '+' and not '#';
}
