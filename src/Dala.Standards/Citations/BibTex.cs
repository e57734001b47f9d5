using System.Globalization;
using System.Text;

namespace Dala.Standards.Citations;

/// <summary>An entry for BibTeX and biblatex, in Unicode, with the signs escaped that TeX takes for its own.</summary>
public static class BibTex
{
    public static string Of(CitedWork work)
    {
        var text = new StringBuilder("@misc{").Append(KeyOf(work)).Append(",\n");
        Field("title", "{" + Escaped(work.Title) + "}");
        Field("author", string.Join(" and ", work.Authors.Select(Name)));
        Field("translator", string.Join(" and ", work.Translators.Select(Name)));
        if (work.Date is [var year, ..])
            Field("year", year.ToString(CultureInfo.InvariantCulture));
        Field("publisher", Escaped(work.Publisher));
        Field("series", Escaped(work.Collection));
        Field("langid", Escaped(work.Language));
        Field("url", work.Url?.Replace("}", "%7D", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal));
        var note = string.Join(". ", ((string?[])[work.Licence, work.Note]).Where(part => !string.IsNullOrEmpty(part)));
        Field("note", Escaped(note));
        return text.Append('}').ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }
    }

    // A name in braces is taken whole: nobody can tell the family name of a person from every culture, or a person from an organisation.
    private static string Name(string name) => "{" + Escaped(name) + "}";

    private static string KeyOf(CitedWork work)
    {
        var letters = string.Concat(
            (work.Authors.FirstOrDefault() ?? "").Concat(work.Title).Where(char.IsAsciiLetterOrDigit).Take(24)
        );
        var year = work.Date is [var first, ..] ? first.ToString(CultureInfo.InvariantCulture) : "";
        return letters.Length + year.Length == 0 ? "work" : letters + year;
    }

    private static string Escaped(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in (text ?? "").ReplaceLineEndings(" "))
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '{' or '}' or '%' or '&' or '$' or '#' or '_' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
