namespace Dala.Library.Reader;

/// <summary>Cuts a text where its printed pages ended, so that two languages can stand page by page.</summary>
public static class TextPages
{
    /// <summary>A line of its own that ends a page, as the store keeps it.</summary>
    private const string Break = "⁂";

    public static IReadOnlyList<string> Of(string text)
    {
        var pages = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim() == Break)
                Turn();
            else
                lines.Add(line);
        }

        Turn();
        return pages;

        void Turn()
        {
            var page = string.Join('\n', lines).Trim('\n', ' ');
            if (page.Length > 0)
                pages.Add(page);
            lines.Clear();
        }
    }

    /// <summary>Pages as one text again.</summary>
    public static string Joined(IEnumerable<string> pages) => string.Join($"\n\n{Break}\n\n", pages);

    /// <summary>The pages of two texts in rows; where one is shorter, its side stays empty.</summary>
    public static IReadOnlyList<(string? Left, string? Right)> Rows(string left, string right)
    {
        var lefts = Of(left);
        var rights = Of(right);
        return
        [
            .. Enumerable
                .Range(0, Math.Max(lefts.Count, rights.Count))
                .Select(place => (lefts.ElementAtOrDefault(place), rights.ElementAtOrDefault(place))),
        ];
    }
}
