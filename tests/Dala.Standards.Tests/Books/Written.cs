using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Dala.Standards.Books;

namespace Dala.Standards.Tests.Books;

/// <summary>Shortens what the tests of the formats say again and again.</summary>
internal static class Written
{
    public static byte[] As(this Book book, BookFormat format)
    {
        using var stream = new MemoryStream();
        format.Write(book, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    /// <summary>The files of a zip that the framework unpacks: another reader than the writer.</summary>
    public static Dictionary<string, byte[]> Unpack(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var bytes = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            },
            StringComparer.Ordinal
        );
    }

    public static string Text(this Dictionary<string, byte[]> files, string name) => Encoding.UTF8.GetString(files[name]);

    public static XDocument Xml(this Dictionary<string, byte[]> files, string name) =>
        XDocument.Load(new MemoryStream(files[name]));

    /// <summary>Every author, licence and change note of a book: what no format may lose.</summary>
    public static IEnumerable<string> Owed(Book book) =>
        book
            .Parts.Select(part => part.Credit)
            .OfType<BookCredit>()
            .SelectMany(credit => credit.WithAncestors())
            .SelectMany(credit => credit.Pieces)
            .Where(piece => piece.Role is CreditRole.Author or CreditRole.Licence or CreditRole.Change or CreditRole.Title)
            .Select(piece => piece.Text)
            .Concat(book.Parts.Select(part => part.Licence?.Label).OfType<string>())
            .Concat(book.Parts.Select(part => part.ChangeNote).OfType<string>())
            .Distinct();
}
