using Dala.Platform.Languages;

namespace Dala.Library.Crediting;

/// <summary>The forms in which a credit can be taken along; each name stands in addresses and has a text.</summary>
public static class CreditForms
{
    public const string Text = "text";
    public const string Html = "html";
    public const string Markdown = "markdown";

    /// <summary>One line for the last slide or the foot of one.</summary>
    public const string Slide = "slide";

    /// <summary>A subtitle of a film (SubRip).</summary>
    public const string Subtitle = "subtitle";
    public const string BibTex = "bibtex";

    /// <summary>CSL-JSON, which reference managers read.</summary>
    public const string Csl = "csl";

    public static IReadOnlyList<string> All { get; } = [Text, Html, Markdown, Slide, Subtitle, BibTex, Csl];

    /// <summary>The media type of a form.</summary>
    public static string MediaType(string form) =>
        form switch
        {
            Html => "text/html",
            Markdown => "text/markdown",
            Subtitle => "application/x-subrip",
            BibTex => "application/x-bibtex",
            Csl => "application/vnd.citationstyles.csl+json",
            _ => "text/plain",
        };

    /// <summary>The credits of several works, one after another, in a form; the words are the reader's.</summary>
    public static string Write(string form, IReadOnlyList<Credit> credits, Words words) =>
        form switch
        {
            Html => string.Join('\n', credits.Select(credit => CreditHtml.Of(credit, words))),
            Markdown => string.Join("\n\n", credits.Select(credit => CreditMarkdown.Of(credit, words))),
            Slide => string.Join('\n', credits.Select(credit => CreditLine.Slide(credit, words))),
            Subtitle => CreditLine.Subtitles(credits, words),
            BibTex => string.Join("\n\n", credits.Select(credit => CreditReferences.BibTex(credit, words))),
            Csl => CreditReferences.Csl(credits, words),
            _ => string.Join("\n\n", credits.Select(credit => CreditPlain.Of(credit, words))),
        };
}
