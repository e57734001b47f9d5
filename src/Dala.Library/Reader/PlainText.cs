using System.Text;
using Dala.Platform.Languages;

namespace Dala.Library.Reader;

/// <summary>A text as a file to take away: the words, then who made them and what one may do with them.</summary>
public static class PlainText
{
    public static string Of(ReadableText text, Words words, string citation)
    {
        var file = new StringBuilder();
        file.Append(text.Summary.Title).Append("\n\n");
        file.Append(string.Join("\n\n* * *\n\n", TextPages.Of(text.Text)));
        file.Append("\n\n-- \n").Append(citation).Append('\n');
        if (text.Summary.Licence.Licence is { } licence)
            file.Append(words["library.may.licence"].Value)
                .Append(' ')
                .Append(licence.Label)
                .Append(", ")
                .Append(licence.Uri)
                .Append('\n');
        return file.ToString();
    }
}
