using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dala.Standards.Books;
using Dala.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dala.Standards.Tests.Books;

public sealed partial class DocxBookTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void The_validator_finds_no_error(FileFormatVersions version)
    {
        foreach (var (name, book) in SampleBooks.All)
        {
            using var document = Open(book);

            var errors = new OpenXmlValidator(version).Validate(document, TestContext.Current.CancellationToken);

            Assert.Equal([], errors.Select(error => $"{name}: {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public async Task LibreOffice_makes_a_PDF_of_it_with_a_page_for_each_part()
    {
        var office = ExternalProgram.Find("/usr/bin/soffice", "/usr/bin/libreoffice");
        Assert.SkipWhen(office is null, "LibreOffice Writer is not installed (apt-get install libreoffice-writer-nogui).");
        using var folder = new TempFolder();
        var names = SampleBooks.All.Keys.Where(name => name != "hostile").ToList(); // 40,000 words take it long and show nothing more
        var files = names.Select(name => folder.Write(name + ".docx", SampleBooks.All[name].As(BookFormat.Docx))).ToList();

        // One run for all; a profile of its own, so that it does not wait for another that runs.
        var (exitCode, said) = await ExternalProgram.Run(
            office!,
            [
                $"-env:UserInstallation=file://{folder.At("profile")}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.Path,
                .. files,
            ]
        );

        Assert.True(exitCode == 0, said);
        foreach (var name in names)
        {
            var pdf = Encoding.Latin1.GetString(
                await File.ReadAllBytesAsync(folder.At(name + ".pdf"), TestContext.Current.CancellationToken)
            );
            var pages = Pages.Matches(pdf).Max(match => int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture));
            Assert.True(pages >= SampleBooks.All[name].Parts.Count + 3, $"{name}: {pages} pages");
        }
    }

    [Fact]
    public void Another_reader_finds_every_author_licence_and_change_note()
    {
        var book = SampleBooks.All["trilingual"];

        var body = Written.Unpack(book.As(BookFormat.Docx)).Xml("word/document.xml");

        var paragraphs = body.Descendants(W + "p").Select(Text).ToList();
        var sheet = paragraphs.Skip(paragraphs.LastIndexOf("Sources and credits")).ToList();
        Assert.Equal("Translated from “Anansi and Wisdom” by Ghanaian folktale, africanstorybook.org, CC BY 3.0", sheet[4]);
        Assert.Equal("Pictures by Wiehan de Jager. Redrawn in black and white", sheet[5]);
        var parts = string.Concat(paragraphs.SkipLast(sheet.Count));
        Assert.All(Written.Owed(book), owed => Assert.Contains(owed, parts, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_paragraph_runs_in_the_direction_of_its_language()
    {
        using var document = Open(SampleBooks.All["trilingual"]);

        var body = document.MainDocumentPart!.Document.Body!;
        var runs = body.Descendants<Run>().Where(run => run.RunProperties?.Languages is not null).ToList();

        Assert.Equal(
            ["ar", "en", "kk", "ru"],
            runs.Select(run => run.RunProperties!.Languages!.Val!.Value!).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(
            runs,
            run => Assert.Equal(run.RunProperties!.Languages!.Val == "ar", run.RunProperties.RightToLeftText is not null)
        );
        var story = body.Elements<Paragraph>()
            .SkipWhile(paragraph => !Starts(paragraph, "part_3"))
            .TakeWhile(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val != "Credit")
            .ToList();
        Assert.True(story.Count > 3);
        Assert.All(story, paragraph => Assert.NotNull(paragraph.ParagraphProperties?.BiDi));
    }

    [Fact]
    public void Contents_lead_to_the_parts_and_lists_are_lists()
    {
        using var document = Open(SampleBooks.All["hostile"]);
        var main = document.MainDocumentPart!;

        var places = main.Document.Descendants<BookmarkStart>().Select(place => place.Name!.Value).ToList();
        Assert.Equal(
            places,
            main.Document.Descendants<Hyperlink>().Where(link => link.Anchor is not null).Select(link => link.Anchor!.Value)
        );
        Assert.Equal(["part_1", "part_2", "part_3", "part_4", "part_5", "credits"], places);

        // The numbered lists begin at the numbers they were given, as far as Word counts; the sheet is the third.
        Assert.Equal(
            [0, 999_999, 1],
            main.NumberingDefinitionsPart!.Numbering.Descendants<StartOverrideNumberingValue>().Select(start => start.Val!.Value)
        );
        var used = main.Document.Descendants<NumberingId>().Select(list => list.Val!.Value).Distinct().Order().ToList();
        Assert.Equal([1, 2, 3, 4], used);
    }

    [Fact]
    public void Pictures_keep_their_alternative_texts_and_the_licence_is_a_property()
    {
        using var document = Open(SampleBooks.All["trilingual"]);

        Assert.Equal(
            ["Мұқаба: ағаштар", "Нүкте", "Сол мұқаба"],
            document
                .MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()
                .Select(picture => picture.Description!.Value)
        );
        Assert.Equal(2, document.MainDocumentPart.ImageParts.Count());
        Assert.Equal(
            ["Licence CC BY-NC 4.0", "Licence address https://creativecommons.org/licenses/by-nc/4.0/"],
            document
                .CustomFilePropertiesPart!.Properties.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>()
                .Select(property => $"{property.Name} {property.InnerText}")
        );
        Assert.Equal("en", document.PackageProperties.Language);
        Assert.Equal("Айгүл Сейтова; Ada L.", document.PackageProperties.Creator);
    }

    private static bool Starts(Paragraph paragraph, string place) =>
        paragraph.Elements<BookmarkStart>().Any(bookmark => bookmark.Name == place);

    private static string Text(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value));

    private static WordprocessingDocument Open(Book book) =>
        WordprocessingDocument.Open(new MemoryStream(book.As(BookFormat.Docx)), isEditable: false);

    [GeneratedRegex(
        "/Type/Pages[^>]*?/Count (?<count>[0-9]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Pages { get; }
}
