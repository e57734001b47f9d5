using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>A text, or a passage of it, with its language and the places where the words of a question stand in it.</summary>
/// <param name="Text">With an ellipsis where it was cut.</param>
/// <param name="Language">Its BCP 47 tag, where that is known.</param>
public sealed record MarkedText(string Text, string? Language, IReadOnlyList<TextRange> Marks)
{
    private const string Cut = "… ";

    internal static MarkedText Of(Highlighter highlighter, string text, string? language, int longest)
    {
        var passage = highlighter.Best(text, language, longest);
        var before = passage.IsCutBefore ? Cut : "";
        return new MarkedText(
            before + passage.Text + (passage.IsCutAfter ? " …" : ""),
            language,
            [.. passage.Marks.Select(mark => mark with { Start = mark.Start + before.Length })]
        );
    }
}
