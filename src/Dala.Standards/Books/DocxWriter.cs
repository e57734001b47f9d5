using System.Globalization;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Dala.Standards.Books;

/// <summary>Writes paragraphs, runs, links and pictures of a Word document from front to back.</summary>
internal sealed class DocxWriter(OpenXmlWriter writer, MainDocumentPart main)
{
    /// <summary>English metric units in a pixel at 96 to the inch, and those that fit between the margins of A4.</summary>
    private const long Pixel = 9525;
    private const long WidestPicture = 5_700_000;
    private const long TallestPicture = 8_000_000;

    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> pictures = new(StringComparer.Ordinal);
    private uint drawings;
    private int bookmarks;

    public void Open(OpenXmlElement element) => writer.WriteStartElement(element);

    public void Close() => writer.WriteEndElement();

    public void Write(OpenXmlElement element) => writer.WriteElement(element);

    /// <summary>Opens a paragraph; its direction is that of its language.</summary>
    public void OpenParagraph(string? style, string language, (int List, int Level)? item = null)
    {
        writer.WriteStartElement(new Paragraph());
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        if (item is var (list, level))
            properties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = level },
                new NumberingId { Val = list }
            );
        if (BookText.IsRightToLeft(language))
            properties.BiDi = new BiDi();
        if (properties.HasChildren)
            writer.WriteElement(properties);
    }

    public void Text(string text, string language, bool bold = false) =>
        writer.WriteElement(Run(text, language, bold, isLink: false));

    /// <summary>Words that lead to an address, or words alone where it is none that one may follow.</summary>
    public void Link(string text, string? address, string language)
    {
        if (BookText.Address(address) is not { } target)
        {
            Text(text, language);
            return;
        }

        if (!links.TryGetValue(target, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"link{links.Count + 1}");
            links.Add(target, id);
            main.AddHyperlinkRelationship(new Uri(target), isExternal: true, id);
        }

        writer.WriteElement(new Hyperlink(Run(text, language, bold: false, isLink: true)) { Id = id });
    }

    /// <summary>Words that lead to a place in the document.</summary>
    public void Jump(string text, string place, string language) =>
        writer.WriteElement(new Hyperlink(Run(text, language, bold: false, isLink: true)) { Anchor = place });

    public void Break() => writer.WriteElement(new Run(new Break()));

    /// <summary>A place in the document that can be jumped to.</summary>
    public void Place(string name)
    {
        var id = (bookmarks++).ToString(CultureInfo.InvariantCulture);
        writer.WriteElement(new BookmarkStart { Id = id, Name = name });
        writer.WriteElement(new BookmarkEnd { Id = id });
    }

    public void Picture(PictureKind kind, ReadOnlyMemory<byte> bytes, string alternativeText)
    {
        var hash = Convert.ToHexString(SHA256.HashData(bytes.Span));
        if (!pictures.TryGetValue(hash, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"picture{pictures.Count + 1}");
            pictures.Add(hash, id);
            using var data = main.AddNewPart<ImagePart>(kind.MediaType, id).GetStream(FileMode.Create);
            data.Write(bytes.Span);
        }

        var scale = Math.Min(
            1,
            Math.Min((double)WidestPicture / (kind.Width * Pixel), (double)TallestPicture / (kind.Height * Pixel))
        );
        var width = Math.Max(1, (long)(kind.Width * Pixel * scale));
        var height = Math.Max(1, (long)(kind.Height * Pixel * scale));
        drawings++;
        var name = string.Create(CultureInfo.InvariantCulture, $"Picture {drawings}");
        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = drawings, Name = name },
                new Pic.NonVisualPictureDrawingProperties()
            ),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
            )
        );
        var inline = new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties
            {
                Id = drawings,
                Name = name,
                Description = BookText.Clean(alternativeText),
            },
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })
        );
        writer.WriteElement(new Run(new Drawing(inline)));
    }

    private static Run Run(string text, string language, bool bold, bool isLink)
    {
        var tag = BookText.Tag(language);
        var properties = new RunProperties();
        if (isLink)
            properties.RunStyle = new RunStyle { Val = "Hyperlink" };
        if (bold)
        {
            properties.Bold = new Bold();
            properties.BoldComplexScript = new BoldComplexScript();
        }

        if (BookText.IsRightToLeft(language))
            properties.RightToLeftText = new RightToLeftText();
        properties.Languages = new DocumentFormat.OpenXml.Wordprocessing.Languages
        {
            Val = tag,
            EastAsia = tag,
            Bidi = tag,
        };
        return new Run(properties, new Text(BookText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }
}
