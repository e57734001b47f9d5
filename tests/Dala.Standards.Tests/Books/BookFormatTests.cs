using System.Text;
using System.Xml;
using System.Xml.Linq;
using Dala.Standards.Books;

namespace Dala.Standards.Tests.Books;

public sealed class BookFormatTests
{
    public static TheoryData<string> Names => [.. BookFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_book_gives_the_same_bytes_into_any_stream(string name)
    {
        var format = BookFormat.Named(name)!;
        foreach (var book in SampleBooks.All.Values)
        {
            using var forwards = new OnlyForwards();
            format.Write(book, forwards, TestContext.Current.CancellationToken);

            Assert.Equal(book.As(format), forwards.Bytes());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stops_when_told_to(string name)
    {
        using var stream = new MemoryStream();

        Assert.Throws<OperationCanceledException>(() =>
            BookFormat.Named(name)!.Write(SampleBooks.All["hostile"], stream, new CancellationToken(canceled: true))
        );
    }

    [Theory]
    [InlineData("epub")]
    [InlineData("docx")]
    public void Every_XML_file_of_the_worst_book_is_well_formed(string name)
    {
        var files = Written.Unpack(SampleBooks.All["hostile"].As(BookFormat.Named(name)!));
        var documents = files
            .Where(file =>
                file.Key.EndsWith(".xml", StringComparison.Ordinal)
                || file.Key.EndsWith("html", StringComparison.Ordinal)
                || file.Key.EndsWith(".opf", StringComparison.Ordinal)
                || file.Key.EndsWith(".rels", StringComparison.Ordinal)
            )
            .ToList();

        Assert.True(documents.Count > 5);
        foreach (var (_, bytes) in documents)
        {
            using var reader = XmlReader.Create(
                new MemoryStream(bytes),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = true }
            );
            Assert.DoesNotContain('\uFEFF', XDocument.Load(reader).Root!.Value);
        }
    }

    [Fact]
    public void A_million_letters_are_all_there()
    {
        var book = SampleBooks.All["hostile"];
        var last = "слово39999 <&> ";

        Assert.True(((BookBlock.Paragraph)book.Parts[3].Blocks[0]).Lines[0].ToString().Length > 500_000);
        Assert.Contains(
            "слово39999 &lt;&amp;&gt; ",
            Written.Unpack(book.As(BookFormat.Epub)).Text("EPUB/part-004.xhtml"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            last,
            Written.Unpack(book.As(BookFormat.Docx)).Xml("word/document.xml").Root!.Value,
            StringComparison.Ordinal
        );
        Assert.Contains("слово39999 &lt;&amp;&gt; ", Encoding.UTF8.GetString(book.As(BookFormat.Html)), StringComparison.Ordinal);
        Assert.Contains(
            @"слово39999 \<\&\>",
            Written.Unpack(book.As(BookFormat.Markdown)).Text("04-con.md"),
            StringComparison.Ordinal
        );
    }

    /// <summary>A stream such as an answer over the web: it cannot go back and knows no length.</summary>
    private sealed class OnlyForwards : Stream
    {
        private readonly MemoryStream kept = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] Bytes() => kept.ToArray();

        public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
