using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Dala.Platform.Languages;

/// <summary>
/// A text that knows its language. In the content of a page it comes out encoded, and marked with its language where that is not the
/// page's; in an attribute it is plain.
/// </summary>
public readonly record struct Text
{
    private Text(string value, string language, bool marked)
    {
        Value = value;
        Language = language;
        IsMarked = marked;
    }

    /// <summary>The plain text, not encoded.</summary>
    public string Value { get; }

    /// <summary>The BCP 47 tag of the language that the text is in.</summary>
    public string Language { get; }

    /// <summary>Whether the text is in another language than was asked for, so that a page must say which.</summary>
    public bool IsMarked { get; }

    /// <summary>A text in the language that was asked for.</summary>
    public static Text Of(string value, string language) => new(value, language, marked: false);

    /// <summary>A text in another language than the page's: a fallback, or content such as a title.</summary>
    public static Text Marked(string value, string language) => new(value, language, marked: true);

    public override string ToString() => Value ?? "";

    // Only to MarkupString: Razor then encodes once, here, and cannot take the plain text for the content of an element.
    public static implicit operator MarkupString(Text text)
    {
        var encoded = HtmlEncoder.Default.Encode(text.ToString());
        return new MarkupString(
            text.IsMarked
                ? $"<span lang=\"{text.EncodedLanguage}\" dir=\"{TextDirection.Of(text.Language)}\">{encoded}</span>"
                : encoded
        );
    }

    private string EncodedLanguage => HtmlEncoder.Default.Encode(Language);
}
