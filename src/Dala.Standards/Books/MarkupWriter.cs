namespace Dala.Standards.Books;

/// <summary>Writes XHTML or HTML from front to back; every text passes <see cref="BookText.Clean"/> and is escaped.</summary>
internal sealed class MarkupWriter(TextWriter output, bool xml)
{
    private readonly Stack<string> open = new();

    /// <summary>Whether empty elements are closed and <c>xml:lang</c> stands beside <c>lang</c>.</summary>
    public bool IsXml => xml;

    /// <summary>Opens an element; attributes without a value are left out.</summary>
    public MarkupWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write('>');
        open.Push(element);
        return this;
    }

    /// <summary>An element that has no content.</summary>
    public MarkupWriter Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(element, attributes);
        output.Write(xml ? " />" : ">");
        return this;
    }

    public MarkupWriter Text(string? text)
    {
        Escape(text);
        return this;
    }

    public MarkupWriter Close()
    {
        output.Write("</");
        output.Write(open.Pop());
        output.Write('>');
        return this;
    }

    /// <summary>Ends a line of the file, for people who open it.</summary>
    public MarkupWriter Line()
    {
        output.Write('\n');
        return this;
    }

    /// <summary>Writes markup of our own, such as the first line of the file.</summary>
    public MarkupWriter Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    private void WriteTag(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Escape(value);
            output.Write('"');
        }
    }

    private void Escape(string? text)
    {
        var rest = BookText.Clean(text).AsSpan();
        while (rest.IndexOfAny("&<>\"") is >= 0 and var at)
        {
            output.Write(rest[..at]);
            output.Write(
                rest[at] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ => "&quot;",
                }
            );
            rest = rest[(at + 1)..];
        }

        output.Write(rest);
    }
}
