using Dala.Platform.Languages;

namespace Dala.Library.Showing;

/// <summary>How a resource is named where it is used: author, year, title, source, licence, address.</summary>
public static class Citation
{
    /// <summary>The citation as one line of plain text.</summary>
    /// <param name="page">The resource's address in this library, for where it has none of its own.</param>
    public static string Of(ResourceSummary resource, Words words, string page)
    {
        var who = resource.Creators.Count > 0 ? string.Join(", ", resource.Creators) : resource.Publisher;
        var year =
            resource.Published is { Length: >= 4 } date && date.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
                ? date[..4]
                : null;
        string?[] parts =
        [
            (who, year) switch
            {
                (null, null) => null,
                (null, _) => year,
                (_, null) => who,
                _ => $"{who} ({year})",
            },
            resource.Title,
            resource.SourceTitle,
            LicenceLabel.Of(resource.Licence, words),
            WebAddress.Of(resource.Url) ?? page,
        ];
        return string.Join(
            ' ',
            parts.OfType<string>().Select((part, place) => place == parts.OfType<string>().Count() - 1 ? part : Ended(part))
        );
    }

    // "Who is there?" and "Public domain in the USA." end by themselves.
    private static string Ended(string part) =>
        part.Trim() is var text && text.Length > 0 && ".?!。؟".Contains(text[^1]) ? text : text + ".";
}
