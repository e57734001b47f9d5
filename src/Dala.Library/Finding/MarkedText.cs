using Dala.Search;

namespace Dala.Library.Finding;

/// <summary>A text, or a passage of it, with its language and the places where the words of a question stand in it.</summary>
/// <param name="Text">With an ellipsis where it was cut.</param>
/// <param name="Language">Its BCP 47 tag, where that is known.</param>
public sealed record MarkedText(string Text, string? Language, IReadOnlyList<TextRange> Marks)
{
    private const string Cut = "… ";

    internal static MarkedText Of(Highlighter highlighter, ListedText text, int longest)
    {
        var passage = highlighter.Best(text.Text, longest);
        var after = passage.IsCutAfter ? " …" : "";
        return passage.IsCutBefore
            ? new MarkedText(
                Cut + passage.Text + after,
                text.Language,
                [.. passage.Marks.Select(mark => mark with { Start = mark.Start + Cut.Length })]
            )
            : new MarkedText(passage.Text + after, text.Language, passage.Marks);
    }
}
