using System.Text;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>A text with holes that are filled with values of a record: <c>https://www.gutenberg.org/ebooks/{gutenberg_id}</c>.</summary>
internal sealed class MappingTemplate
{
    /// <summary>Text and paths in turn, beginning with text.</summary>
    private readonly string[] parts;

    private MappingTemplate(string[] parts) => this.parts = parts;

    public IEnumerable<string> Paths => parts.Where((_, index) => index % 2 == 1);

    /// <summary>Null where the braces do not pair or there is no hole.</summary>
    public static MappingTemplate? Parse(string text)
    {
        var found = new List<string>();
        for (var at = 0; ; )
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                found.Add(text[at..]);
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < open + 2)
                return null;
            found.Add(text[at..open]);
            found.Add(text[(open + 1)..close]);
            at = close + 1;
        }

        var balanced = found.Where((_, index) => index % 2 == 0).All(part => !part.Contains('}', StringComparison.Ordinal));
        return found.Count > 1 && balanced ? new MappingTemplate([.. found]) : null;
    }

    /// <summary>The text with its holes filled, or null where one stays empty.</summary>
    public (string Text, IReadOnlyList<(string Path, string Value)> Holes)? Fill(SourceRecord record)
    {
        var text = new StringBuilder(parts[0]);
        var holes = new (string, string)[parts.Length / 2];
        for (var hole = 0; hole < holes.Length; hole++)
        {
            var path = parts[hole * 2 + 1];
            if (record.Values(path).FirstOrDefault() is not { } value)
                return null;
            holes[hole] = (path, value);
            text.Append(value).Append(parts[hole * 2 + 2]);
        }

        return (text.ToString(), holes);
    }
}
