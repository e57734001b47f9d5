using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dala.Standards.Books;

/// <summary>Writes a book as a Word document that LibreOffice and Word open alike.</summary>
public static class DocxBook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What marks the properties that a maker of documents adds ([MS-OSHARED] 2.3.3.2.3.1.2).</summary>
    private const string CustomProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    public static void Write(Book book, Stream stream, CancellationToken ct)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").FeedData(EmbeddedData.Open("Books/docx-styles.xml"));
            // Without it Word opens the file in the compatibility mode of 2007.
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                )
            );
            var numbering = new DocxNumbering();
            using (var writer = OpenXmlWriter.Create(main, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                new DocxBody(new DocxWriter(writer, main), numbering, book).Write(ct);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering.Definitions();
            Core(document.AddCoreFilePropertiesPart(), book);
            Custom(document, book);
            // Their ids would else be drawn at random.
            foreach (
                var (number, part) in document
                    .Parts.OrderBy(part => part.OpenXmlPart.Uri.ToString(), StringComparer.Ordinal)
                    .ToList()
                    .Index()
            )
                document.ChangeIdOfPart(part.OpenXmlPart, string.Create(CultureInfo.InvariantCulture, $"part{number + 1}"));
        }

        Repack(package, stream, ct);
    }

    private static void Core(CoreFilePropertiesPart part, Book book)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string dublinCore = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        const string schema = "http://www.w3.org/2001/XMLSchema-instance";
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream);
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteAttributeString("xmlns", "dc", null, dublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteAttributeString("xmlns", "xsi", null, schema);
        xml.WriteElementString("dc", "title", dublinCore, BookText.Title(book.Title));
        xml.WriteElementString("dc", "creator", dublinCore, BookText.Clean(string.Join("; ", book.Creators)));
        xml.WriteElementString("dc", "description", dublinCore, BookText.Clean(book.Description));
        xml.WriteElementString("dc", "identifier", dublinCore, BookText.Clean(book.Identifier));
        xml.WriteElementString("dc", "language", dublinCore, BookText.Tag(book.Language));
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", schema, "dcterms:W3CDTF");
            xml.WriteString(BookText.Moment(book.Modified));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Custom(WordprocessingDocument document, Book book)
    {
        var properties = new Properties();
        Add("Licence", book.Licence?.Label);
        Add("Licence address", BookText.Address(book.Licence?.Address));
        if (properties.HasChildren)
            document.AddCustomFilePropertiesPart().Properties = properties;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                properties.AppendChild(
                    new CustomDocumentProperty(new VTLPWSTR(BookText.Clean(value)))
                    {
                        FormatId = CustomProperties,
                        PropertyId = 2 + properties.ChildElements.Count,
                        Name = name,
                    }
                );
        }
    }

    /// <summary>The package notes when it was written; the same entries without the time give the same bytes.</summary>
    private static void Repack(MemoryStream package, Stream stream, CancellationToken ct)
    {
        package.Position = 0;
        using var archive = new ZipArchive(package, ZipArchiveMode.Read);
        var zip = new ZipWriter(stream);
        // Programs that know a document by its first bytes look for the list of types there.
        foreach (
            var entry in archive
                .Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml")
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
        )
        {
            ct.ThrowIfCancellationRequested();
            using var content = entry.Open();
            zip.Deflate(entry.FullName, content.CopyTo);
        }

        zip.Finish();
    }
}
