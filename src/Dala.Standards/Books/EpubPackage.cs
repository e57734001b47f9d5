using System.Text;
using System.Xml;

namespace Dala.Standards.Books;

/// <summary>Writes the package document of an EPUB (EPUB 3.3 §5): metadata, list of files, order of reading.</summary>
internal static class EpubPackage
{
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static void Write(Book book, IReadOnlyList<EpubPicture> pictures, Stream stream)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("package", Opf);
        xml.WriteAttributeString("version", "3.0");
        xml.WriteAttributeString("unique-identifier", "id");
        xml.WriteAttributeString("xml", "lang", null, BookText.Tag(book.Language));
        xml.WriteAttributeString("dir", BookText.Direction(book.Language));
        xml.WriteAttributeString("prefix", "cc: http://creativecommons.org/ns#");
        xml.WriteStartElement("metadata", Opf);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        Describe(xml, book);
        License(xml, book);
        Accessibility(xml, book, pictures);
        xml.WriteEndElement();
        Manifest(xml, book, pictures);
        Spine(xml, book);
        xml.WriteEndElement();
    }

    private static void Describe(XmlWriter xml, Book book)
    {
        xml.WriteStartElement("dc", "identifier", DublinCore);
        xml.WriteAttributeString("id", "id");
        xml.WriteString(BookText.Title(book.Identifier));
        xml.WriteEndElement();
        DublinCoreOf(xml, "title", BookText.Title(book.Title));
        foreach (
            var language in book
                .Parts.Select(part => part.Language ?? book.Language)
                .Prepend(book.Language)
                .Select(BookText.Tag)
                .Distinct()
        )
            DublinCoreOf(xml, "language", language);
        foreach (var creator in book.Creators)
            DublinCoreOf(xml, "creator", creator);
        var pieces = Credits(book).SelectMany(credit => credit.Pieces);
        foreach (var author in pieces.Where(piece => piece.Role == CreditRole.Author).Select(piece => piece.Text).Distinct())
            DublinCoreOf(xml, "contributor", author);
        DublinCoreOf(xml, "description", book.Description);
        foreach (var source in Credits(book).Select(credit => BookText.Address(credit.Source)).OfType<string>().Distinct())
            DublinCoreOf(xml, "source", source);
        Meta(xml, "dcterms:modified", BookText.Moment(book.Modified));
    }

    private static void License(XmlWriter xml, Book book)
    {
        foreach (var licence in book.Parts.Select(part => part.Licence).Prepend(book.Licence).OfType<BookLicence>().Distinct())
            DublinCoreOf(
                xml,
                "rights",
                BookText.Address(licence.Address) is { } address ? $"{licence.Label} <{address}>" : licence.Label
            );
        if (BookText.Address(book.Licence?.Address) is not { } own)
            return;
        foreach (var relation in new[] { "cc:license", "dcterms:license" })
        {
            xml.WriteStartElement("link", Opf);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", own);
            xml.WriteEndElement();
        }
    }

    /// <summary>What EPUB Accessibility 1.1 (§2.2) asks every book to say; only what is so.</summary>
    private static void Accessibility(XmlWriter xml, Book book, IReadOnlyList<EpubPicture> pictures)
    {
        var described = book
            .Parts.SelectMany(part => part.Blocks)
            .OfType<BookBlock.Picture>()
            .All(picture => !string.IsNullOrWhiteSpace(picture.AlternativeText));
        Meta(xml, "schema:accessMode", "textual");
        if (pictures.Count > 0)
            Meta(xml, "schema:accessMode", "visual");
        if (pictures.Count == 0 || described)
            Meta(xml, "schema:accessModeSufficient", "textual");
        else
            Meta(xml, "schema:accessModeSufficient", "textual,visual");
        foreach (var feature in new[] { "tableOfContents", "readingOrder", "structuralNavigation" })
            Meta(xml, "schema:accessibilityFeature", feature);
        if (pictures.Count > 0 && described)
            Meta(xml, "schema:accessibilityFeature", "alternativeText");
        // A GIF may flash; nobody has looked.
        Meta(xml, "schema:accessibilityHazard", pictures.Any(picture => picture.MediaType == "image/gif") ? "unknown" : "none");
        if (!string.IsNullOrWhiteSpace(book.Words.Accessibility))
            Meta(xml, "schema:accessibilitySummary", book.Words.Accessibility);
    }

    private static void Manifest(XmlWriter xml, Book book, IReadOnlyList<EpubPicture> pictures)
    {
        const string xhtml = "application/xhtml+xml";
        xml.WriteStartElement("manifest", Opf);
        Item("title", EpubBook.TitlePage, xhtml);
        Item("contents", EpubBook.Contents, xhtml, "nav");
        foreach (var number in Enumerable.Range(0, book.Parts.Count))
            Item(PartId(number), EpubBook.PartName(number), xhtml);
        Item("credits", EpubBook.Sheet, xhtml);
        Item("style", EpubBook.Style, "text/css");
        foreach (var picture in pictures)
            Item(picture.Id, picture.Name, picture.MediaType);
        xml.WriteEndElement();

        void Item(string id, string name, string mediaType, string? properties = null)
        {
            xml.WriteStartElement("item", Opf);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("href", name);
            xml.WriteAttributeString("media-type", mediaType);
            if (properties is not null)
                xml.WriteAttributeString("properties", properties);
            xml.WriteEndElement();
        }
    }

    private static void Spine(XmlWriter xml, Book book)
    {
        xml.WriteStartElement("spine", Opf);
        xml.WriteAttributeString("page-progression-direction", BookText.Direction(book.Language));
        foreach (var id in (string[])["title", "contents", .. Enumerable.Range(0, book.Parts.Count).Select(PartId), "credits"])
        {
            xml.WriteStartElement("itemref", Opf);
            xml.WriteAttributeString("idref", id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string PartId(int index) => Path.GetFileNameWithoutExtension(EpubBook.PartName(index));

    /// <summary>Everybody who is credited anywhere, once: the sheet repeats what stands under the parts.</summary>
    private static IEnumerable<BookCredit> Credits(Book book) =>
        book
            .Parts.Select(part => part.Credit)
            .OfType<BookCredit>()
            .Concat(book.Sheet.Credits)
            .SelectMany(credit => credit.WithAncestors());

    private static void DublinCoreOf(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            xml.WriteElementString("dc", name, DublinCore, BookText.Clean(value));
    }

    private static void Meta(XmlWriter xml, string property, string value)
    {
        xml.WriteStartElement("meta", Opf);
        xml.WriteAttributeString("property", property);
        xml.WriteString(BookText.Clean(value));
        xml.WriteEndElement();
    }
}
