using System.Text;

namespace Dala.Standards.Texts;

/// <summary>Writes words, lines, paragraphs and list items; breaks that nothing follows are never written.</summary>
internal sealed class SafeTextWriter
{
    /// <summary>Deeper lists are shown at this depth.</summary>
    private const int DeepestList = 12;

    private readonly StringBuilder text = new();
    private int pending;
    private bool pendingBlank;
    private string? pendingMark;
    private int depth;
    private bool separated;

    public int Length => text.Length;

    /// <summary>In a cell of a table breaks are blanks: a row is a line.</summary>
    public bool InCell { get; set; }

    /// <summary>In preformatted text line breaks are kept.</summary>
    public bool KeepsLines { get; set; }

    public void Text(string? value)
    {
        foreach (var letter in value ?? "")
        {
            if (letter == '\n' && KeepsLines && !InCell)
                Break(1);
            else if (letter is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0')
                pendingBlank = true;
            else
                Put(letter);
        }
    }

    public void Break(int lines)
    {
        if (lines == 0)
            return;
        if (InCell)
            pendingBlank = true;
        else
            pending = Math.Max(pending, depth > 0 ? 1 : lines);
    }

    /// <summary>Begins a list item; the mark is written with its first word.</summary>
    public void Item(string mark, int atDepth)
    {
        depth = Math.Min(atDepth, DeepestList);
        pendingMark = mark;
    }

    /// <summary>Leaves a list; at depth 0 the text is no longer indented.</summary>
    public void Indent(int atDepth)
    {
        depth = Math.Min(atDepth, DeepestList);
        pendingMark = null;
    }

    /// <summary>Between two cells of a row.</summary>
    public void Separator() => separated = true;

    public string Since(int start) => start >= text.Length ? "" : text.ToString(start, text.Length - start);

    public override string ToString() => text.ToString();

    private void Put(char letter)
    {
        if (text.Length > 0 && pending > 0)
        {
            text.Append('\n', pending);
            text.Append(' ', pendingMark is null ? depth * 2 : (depth - 1) * 2);
            pendingBlank = separated = false;
        }

        if (pendingMark is not null)
        {
            if (text.Length == 0)
                text.Append(' ', (depth - 1) * 2);
            text.Append(pendingMark);
            pendingMark = null;
            pendingBlank = false;
        }
        else if (separated && text.Length > 0)
        {
            text.Append(" | ");
        }
        else if (pendingBlank && text.Length > 0 && text[^1] is not ('\n' or ' '))
        {
            text.Append(' ');
        }

        pending = 0;
        pendingBlank = separated = false;
        text.Append(letter);
    }
}
