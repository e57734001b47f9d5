using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Dala.Standards.Texts;

/// <summary>
/// Walks the tokens of HTML and writes safe text. It builds no tree: a hundred thousand nested elements cost no stack,
/// and time grows with length only (AngleSharp's tree takes 11 s for 20,000 nested elements).
/// </summary>
internal sealed class HtmlReduction
{
    private readonly SafeTextWriter writer = new();
    private readonly bool emptyHeadingIsPageBreak;
    private readonly Stack<(bool Ordered, int Next)> lists = new();
    private string? dropUntil;
    private int dropDepth;
    private string? link;
    private int linkStart;
    private int headingStart = -1;
    private int cells;

    private HtmlReduction(bool emptyHeadingIsPageBreak) => this.emptyHeadingIsPageBreak = emptyHeadingIsPageBreak;

    public static string Reduce(string html, bool emptyHeadingIsPageBreak)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        return new HtmlReduction(emptyHeadingIsPageBreak).Run(tokenizer);
    }

    private string Run(HtmlTokenizer tokenizer)
    {
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (dropUntil is not null)
            {
                SkipDropped(token);
                continue;
            }

            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    writer.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    Open(token.AsTag(), tokenizer);
                    break;
                case HtmlTokenType.EndTag:
                    Close(token.Name);
                    break;
                default:
                    break;
            }
        }

        CloseLink();
        return Mending.Mend(writer.ToString()).Value;
    }

    private void SkipDropped(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.StartTag && token.Name == dropUntil && !token.AsTag().IsSelfClosing)
            dropDepth++;
        else if (token.Type == HtmlTokenType.EndTag && token.Name == dropUntil && --dropDepth == 0)
            dropUntil = null;
    }

    private void Open(HtmlTagToken tag, HtmlTokenizer tokenizer)
    {
        switch (tag.Name)
        {
            case "script":
                Drop(tag.Name);
                tokenizer.State = HtmlParseMode.Script;
                break;
            case "style" or "iframe" or "noembed" or "noframes" or "noscript" or "xmp":
                Drop(tag.Name);
                tokenizer.State = HtmlParseMode.Rawtext;
                break;
            case "title" or "textarea":
                Drop(tag.Name);
                tokenizer.State = HtmlParseMode.RCData;
                break;
            case "svg" or "template" or "select" or "datalist":
                if (!tag.IsSelfClosing)
                    Drop(tag.Name);
                break;
            case "br":
                writer.Break(1);
                break;
            case "hr":
                writer.Break(2);
                break;
            case "img":
                writer.Text(tag.GetAttribute("alt"));
                break;
            case "a":
                CloseLink();
                link = SafeAddress(tag.GetAttribute("href"));
                linkStart = writer.Length;
                break;
            case "ul" or "ol":
                writer.Break(lists.Count == 0 ? 2 : 1);
                var start =
                    int.TryParse(tag.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number is >= 0 and < 1_000_000
                        ? number
                        : 1;
                lists.Push((tag.Name == "ol", start));
                break;
            case "li":
                OpenItem();
                break;
            case "table":
                writer.Break(2);
                writer.InCell = false;
                break;
            case "tr":
                OpenRow();
                break;
            case "td" or "th":
                writer.InCell = true;
                if (cells++ > 0)
                    writer.Separator();
                break;
            case "pre":
                writer.Break(2);
                writer.KeepsLines = true;
                break;
            default:
                if (IsHeading(tag.Name))
                    headingStart = writer.Length;
                writer.Break(Space(tag.Name));
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "a":
                CloseLink();
                break;
            case "ul" or "ol":
                if (lists.Count > 0)
                    lists.Pop();
                writer.Indent(lists.Count);
                writer.Break(lists.Count == 0 ? 2 : 1);
                break;
            case "table":
                OpenRow();
                writer.Break(2);
                break;
            case "tr":
                OpenRow();
                break;
            case "pre":
                writer.KeepsLines = false;
                writer.Break(2);
                break;
            case "br":
                writer.Break(1);
                break;
            default:
                if (emptyHeadingIsPageBreak && IsHeading(name) && headingStart == writer.Length)
                {
                    writer.Break(2);
                    writer.Text(SafeText.PageBreak);
                }

                writer.Break(Space(name));
                break;
        }
    }

    private void Drop(string name)
    {
        dropUntil = name;
        dropDepth = 1;
    }

    private void OpenItem()
    {
        var mark = "• ";
        if (lists.Count > 0)
        {
            var (ordered, next) = lists.Pop();
            lists.Push((ordered, next + 1));
            if (ordered)
                mark = string.Create(CultureInfo.InvariantCulture, $"{next}. ");
        }

        writer.Break(1);
        writer.Item(mark, Math.Max(lists.Count, 1));
    }

    private void OpenRow()
    {
        writer.InCell = false;
        cells = 0;
        writer.Break(1);
    }

    private void CloseLink()
    {
        if (link is null)
            return;
        var text = writer.Since(linkStart).Trim();
        if (text.Length == 0)
            writer.Text(link);
        else if (!IsSame(text, link))
            writer.Text($" ({link})");
        link = null;
    }

    private static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>Empty lines around an element: 2 for a paragraph, 1 for a line, 0 for what stands in a line.</summary>
    private static int Space(string name) =>
        name switch
        {
            "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "dl" or "figure" or "section" or "article" =>
                2,
            "header" or "footer" or "main" or "aside" or "nav" or "form" or "fieldset" or "details" or "body" or "hgroup" => 2,
            "div" or "dt" or "dd" or "address" or "figcaption" or "summary" or "legend" or "center" or "caption" or "li" => 1,
            "option" or "tbody" or "thead" or "tfoot" => 1,
            _ => 0,
        };

    /// <summary>Only addresses one can follow without harm: http, https, mailto. Browsers ignore blanks and controls in them.</summary>
    private static string? SafeAddress(string? href)
    {
        if (string.IsNullOrEmpty(href) || href.Length > 2000)
            return null;
        var address = string.Concat(href.Where(letter => !char.IsControl(letter) && !char.IsWhiteSpace(letter)));
        return
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
            ? address.IndexOfAny(['<', '>', '"']) < 0
                ? address
                : uri.AbsoluteUri
            : null;
    }

    private static bool IsSame(string text, string address) =>
        string.Equals(Bare(text), Bare(address), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address)
    {
        foreach (var scheme in new[] { "https://", "http://", "mailto:" })
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                address = address[scheme.Length..];
        }

        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            address = address[4..];
        return address.TrimEnd('/');
    }
}
