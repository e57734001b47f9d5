using System.Text.RegularExpressions;

namespace Dala.Standards.Records;

/// <summary>Reads the language off a file name such as <c>free-courses-kk.md</c> or <c>free-courses-pt_BR.md</c>.</summary>
internal static partial class FileLanguage
{
    public static string? Of(string file) =>
        Suffix().Match(file) is { Success: true } match ? match.Groups["language"].Value : null;

    [GeneratedRegex(
        @"-(?<language>[a-z]{2}(?:[_-][A-Z]{2})?)(?:\.[A-Za-z0-9]{1,8})+$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Suffix();
}
