using System.Text;
using Dala.Library.Crediting;
using Dala.Platform.Languages;

namespace Dala.Library.Reader;

/// <summary>A text as a file to take away: the words, then who made them and what one may do with them.</summary>
public static class PlainText
{
    /// <summary>The text with its credit behind it.</summary>
    /// <param name="origin">Scheme and host of this library.</param>
    public static string Of(ReadableText text, Words words, string origin)
    {
        var file = new StringBuilder();
        file.Append(text.Summary.Title).Append("\n\n");
        file.Append(string.Join("\n\n* * *\n\n", TextPages.Of(text.Text)));
        file.Append("\n\n-- \n").Append(CreditPlain.Of(Credit.Of(text.Shown, origin), words)).Append('\n');
        return file.ToString();
    }
}
