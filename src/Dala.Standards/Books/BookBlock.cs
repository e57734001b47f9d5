namespace Dala.Standards.Books;

/// <summary>One block of a part's text.</summary>
public abstract record BookBlock
{
    /// <summary>A heading inside a part; level 1 stands directly below the part's title. Deeper than 4 is shown as 4.</summary>
    public sealed record Heading(int Level, BookLine Line) : BookBlock;

    /// <summary>Lines that belong together.</summary>
    public sealed record Paragraph(IReadOnlyList<BookLine> Lines) : BookBlock;

    /// <summary>A list whose order does not matter.</summary>
    public sealed record Bullets(IReadOnlyList<BookLine> Items) : BookBlock;

    /// <summary>A numbered list.</summary>
    public sealed record Steps(int First, IReadOnlyList<BookLine> Items) : BookBlock;

    /// <summary>Where a page of the printed work ended.</summary>
    public sealed record PageBreak : BookBlock;

    /// <summary>
    /// A PNG, JPEG or GIF picture; its kind is read from its bytes. Anything else shows as its alternative text. An empty alternative text
    /// says that the picture is decoration.
    /// </summary>
    public sealed record Picture(ReadOnlyMemory<byte> Bytes, string AlternativeText) : BookBlock
    {
        /// <summary>Who made the picture, if somebody else than the part's author.</summary>
        public BookCredit? Credit { get; init; }
    }
}

/// <summary>A line of text with the links in it.</summary>
public sealed record BookLine(IReadOnlyList<BookRun> Runs)
{
    public static implicit operator BookLine(string text) => Of(text);

    public static BookLine Of(string text) => new([new BookRun(text)]);

    public override string ToString() => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>Some words, and where they lead. Only http, https and mailto are followed; other addresses stay words.</summary>
public sealed record BookRun(string Text, string? Address = null);
