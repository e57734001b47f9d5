using System.Text.RegularExpressions;
using Markdig;

namespace Dala.Standards.Texts;

/// <summary>
/// The stored form of long texts: plain text, one blank line between paragraphs, "• " before list items, no markup at all,
/// so that nothing that comes from outside can act inside a page.
/// </summary>
public static partial class SafeText
{
    /// <summary>Longer descriptions are cut: no honest one comes near.</summary>
    public const int DefaultLimit = 2_000_000;

    /// <summary>Alone on a line of a story, it parts two pages.</summary>
    public const string PageBreak = "⁂";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    /// <summary>Reduces HTML to safe text. What does not look like HTML is text already and is only mended.</summary>
    public static string FromHtml(string html, int limit = DefaultLimit)
    {
        html = Cut(html, limit);
        return LooksLikeHtml(html) ? HtmlReduction.Reduce(html, emptyHeadingIsPageBreak: false) : Mending.Mend(html).Value;
    }

    /// <summary>Reduces Markdown, with any HTML in it, to safe text; an empty heading parts two pages.</summary>
    public static string FromMarkdown(string markdown, int limit = DefaultLimit)
    {
        markdown = Cut(markdown, limit);
        string html;
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's only answer to nesting deeper than any text has; its marks then stand as they were written.
            return FromHtml(markdown, limit);
        }

        return HtmlReduction.Reduce(html, emptyHeadingIsPageBreak: true);
    }

    /// <summary>Whether a text is HTML rather than plain text that happens to hold a less-than sign.</summary>
    public static bool LooksLikeHtml(string text) =>
        (text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text))
        || (text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text));

    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        return text[..(limit > 0 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }

    [GeneratedRegex(
        """<(!--|!doctype|\?xml|/[a-z][a-z0-9:-]*\s*>|[a-z][a-z0-9:-]*[\s/]+[a-z:-]+\s*=|/?(a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|center|cite|code|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|xmp)([\s/>]|$))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();

    [GeneratedRegex(
        "&(nbsp|amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-f]+|[a-z]{2,8}[0-9]{0,2});",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entity();
}
