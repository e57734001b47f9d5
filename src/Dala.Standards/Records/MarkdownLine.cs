using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dala.Standards.Records;

/// <summary>A stretch of a Markdown line: text, or a link with its text.</summary>
internal readonly record struct MarkdownPiece(string Text, string? Url, bool Emphasised);

/// <summary>One line of Markdown as plain text and links (CommonMark 0.31, §6).</summary>
internal sealed record MarkdownLine(IReadOnlyList<MarkdownPiece> Pieces)
{
    private static readonly MarkdownPipeline InlinesOnly = Pipeline();

    public string Text => string.Concat(Pieces.Select(piece => piece.Text)).Trim();

    /// <summary>The line, or null when its brackets are nested deeper than the parser goes.</summary>
    public static MarkdownLine? Parse(string line)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(line, InlinesOnly);
        }
        catch (ArgumentException)
        {
            return null; // Markdig's only way to say that its depth limit is reached
        }

        var pieces = new List<MarkdownPiece>();
        foreach (var block in document.OfType<LeafBlock>())
            Add(block.Inline, emphasised: false, pieces);
        return new MarkdownLine(pieces);
    }

    private static MarkdownPipeline Pipeline()
    {
        // A line out of a list is inline text whatever it begins with.
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        return builder.Build();
    }

    private static void Add(Inline? inline, bool emphasised, List<MarkdownPiece> pieces)
    {
        switch (inline)
        {
            case LinkInline { IsImage: false } link:
                var text = new List<MarkdownPiece>();
                AddAll(link, emphasised, text);
                pieces.Add(new MarkdownPiece(string.Concat(text.Select(piece => piece.Text)).Trim(), link.Url ?? "", emphasised));
                break;
            case AutolinkInline { IsEmail: false } link:
                pieces.Add(new MarkdownPiece(link.Url, link.Url, emphasised));
                break;
            case ContainerInline container:
                AddAll(container, emphasised || inline is EmphasisInline, pieces);
                break;
            case LiteralInline literal:
                pieces.Add(new MarkdownPiece(literal.Content.ToString(), null, emphasised));
                break;
            case CodeInline code:
                pieces.Add(new MarkdownPiece(code.Content, null, emphasised));
                break;
            case HtmlEntityInline entity:
                pieces.Add(new MarkdownPiece(entity.Transcoded.ToString(), null, emphasised));
                break;
            case LineBreakInline:
                pieces.Add(new MarkdownPiece(" ", null, emphasised));
                break;
        }
    }

    private static void AddAll(ContainerInline container, bool emphasised, List<MarkdownPiece> pieces)
    {
        foreach (var inline in container)
            Add(inline, emphasised, pieces);
    }
}
