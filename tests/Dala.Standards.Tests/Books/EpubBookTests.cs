using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dala.Standards.Books;
using Dala.Testing;

namespace Dala.Standards.Tests.Books;

public sealed class EpubBookTests
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task EPUBCheck_has_nothing_to_say()
    {
        var checker = ExternalProgram.Find("/usr/share/java/epubcheck.jar");
        Assert.SkipWhen(checker is null, "EPUBCheck is not installed (apt-get install epubcheck).");
        using var folder = new TempFolder();

        // It takes one book a run.
        var findings = await Task.WhenAll(
            SampleBooks.All.Select(async sample =>
            {
                var file = folder.Write(sample.Key + ".epub", sample.Value.As(BookFormat.Epub));
                var report = folder.At(sample.Key + ".json");
                var (exitCode, said) = await ExternalProgram.Run(
                    "java",
                    ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", checker!, file, "--json", report]
                );
                if (!File.Exists(report))
                    return [$"{sample.Key}: no report, {exitCode}: {said}"];
                using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
                Assert.Equal(
                    sample.Value.Parts.Count + 3,
                    json.RootElement.GetProperty("publication").GetProperty("nSpines").GetInt32()
                );
                List<string> messages =
                [
                    .. json.RootElement.GetProperty("messages").EnumerateArray().Select(message => $"{sample.Key}: {message}"),
                ];
                return exitCode == 0 ? messages : [.. messages, $"{sample.Key}: ended with {exitCode}: {said}"];
            })
        );

        Assert.Equal([], findings.SelectMany(finding => finding));
    }

    [Fact]
    public void Begins_with_its_type()
    {
        var epub = SampleBooks.All["empty"].As(BookFormat.Epub);

        Assert.Equal("mimetypeapplication/epub+zip", Encoding.ASCII.GetString(epub, 30, 28));
        Assert.Equal(0, epub[8]); // stored
    }

    [Fact]
    public void Another_reader_finds_every_author_licence_and_change_note()
    {
        var book = SampleBooks.All["trilingual"];
        var files = Written.Unpack(book.As(BookFormat.Epub));

        var sheet = files.Xml("EPUB/credits.xhtml");
        var items = sheet.Descendants(Html + "li").ToList();

        Assert.Equal(5, items.Count); // three works, and two ancestors of the second
        Assert.Equal(
            ["Эбба Мустер", "Ghanaian folktale", "Wiehan de Jager"],
            Having(items[1], "property", "cc:attributionName").Select(element => element.Value)
        );
        Assert.Equal(
            ["Shortened for the second grade", "Redrawn in black and white"],
            Having(items[1], "property", "skos:changeNote").Select(element => element.Value)
        );
        Assert.Equal("https://africanstorybook.org/read/0006", items[2].Attribute("resource")?.Value);
        Assert.Equal("schema:isBasedOn", items[2].Attribute("property")?.Value);
        Assert.All(Written.Owed(book), owed => Assert.Contains(owed, sheet.Root!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_part_carries_its_language_its_direction_and_its_licence()
    {
        var book = SampleBooks.All["trilingual"];
        var files = Written.Unpack(book.As(BookFormat.Epub));

        var parts = Enumerable.Range(1, 4).Select(number => files.Xml($"EPUB/part-00{number}.xhtml").Root!).ToList();

        Assert.Equal(
            ["en ltr", "ru ltr", "ar rtl", "kk ltr"],
            parts.Select(part => $"{part.Attribute("lang")?.Value} {part.Attribute("dir")?.Value}")
        );
        Assert.Equal(["en", "ru", "ar", "kk"], parts.Select(part => part.Attribute(XNamespace.Xml + "lang")?.Value));
        foreach (var (part, written) in book.Parts.Zip(parts))
        {
            var licences = Having(written, "class", "licence").Descendants(Html + "a").ToList();
            Assert.Equal(
                part.Licence is null ? [] : [part.Licence.Address],
                licences.Select(link => link.Attribute("href")?.Value)
            );
            Assert.All(licences, link => Assert.Equal("license", link.Attribute("rel")?.Value));
        }
    }

    [Fact]
    public void A_licence_is_said_of_the_part_and_not_of_the_book_around_it()
    {
        var book = SampleBooks.All["empty"] with
        {
            Parts =
            [
                new()
                {
                    Title = "A",
                    Blocks = [],
                    IsOwnText = true,
                    Licence = SampleBooks.ByNc,
                },
            ],
        };

        var part = Written.Unpack(book.As(BookFormat.Epub)).Xml("EPUB/part-001.xhtml");

        var licence = Having(part.Root!, "property", "cc:license").Single();
        Assert.Equal(
            "cc:Work",
            licence.Ancestors().First(element => element.Attribute("typeof") is not null).Attribute("typeof")!.Value
        );
    }

    [Fact]
    public void The_package_says_what_the_book_is()
    {
        var package = Written.Unpack(SampleBooks.All["trilingual"].As(BookFormat.Epub)).Xml("EPUB/book.opf").Root!;

        IEnumerable<string> Values(string name) => package.Descendants(DublinCore + name).Select(element => element.Value);
        ILookup<string?, string> metas = package
            .Descendants(Opf + "meta")
            .ToLookup(meta => meta.Attribute("property")?.Value, meta => meta.Value);
        Assert.Equal(["en", "ru", "ar", "kk"], Values("language"));
        Assert.Equal(["Айгүл Сейтова", "Ada L."], Values("creator"));
        Assert.Equal(["2026-11-22T04:30:00Z"], metas["dcterms:modified"]);
        Assert.Equal(["textual", "visual"], metas["schema:accessMode"]);
        Assert.Equal(["textual"], metas["schema:accessModeSufficient"]);
        Assert.Equal(
            ["tableOfContents", "readingOrder", "structuralNavigation", "alternativeText"],
            metas["schema:accessibilityFeature"]
        );
        Assert.Equal(["none"], metas["schema:accessibilityHazard"]);
        Assert.Equal(
            [
                "cc:license https://creativecommons.org/licenses/by-nc/4.0/",
                "dcterms:license https://creativecommons.org/licenses/by-nc/4.0/",
            ],
            package.Descendants(Opf + "link").Select(link => $"{link.Attribute("rel")?.Value} {link.Attribute("href")?.Value}")
        );
        Assert.Equal(
            [
                "https://example.org/stories/en/0004",
                "https://globalstorybooks.net/ru/0006?a=1&b=(2)",
                "https://africanstorybook.org/read/0006",
                "https://example.org/stories/ar/0002",
            ],
            Values("source")
        );
        Assert.Equal("ltr", package.Element(Opf + "spine")?.Attribute("page-progression-direction")?.Value);
    }

    [Fact]
    public void An_Arabic_book_is_turned_from_right_to_left()
    {
        var files = Written.Unpack(SampleBooks.All["arabic"].As(BookFormat.Epub));

        var package = files.Xml("EPUB/book.opf").Root!;
        var contents = files.Xml("EPUB/contents.xhtml").Root!;
        Assert.Equal("rtl", package.Element(Opf + "spine")?.Attribute("page-progression-direction")?.Value);
        Assert.Equal("rtl", contents.Attribute("dir")?.Value);
        // The title of the English part stands in it from left to right.
        Assert.Equal(
            ["ltr"],
            contents
                .Descendants(Html + "a")
                .Where(link => link.Attribute("lang")?.Value == "en")
                .Select(link => link.Attribute("dir")?.Value)
        );
    }

    [Fact]
    public void A_picture_that_nobody_described_is_not_called_described()
    {
        var book = SampleBooks.All["empty"] with
        {
            Parts =
            [
                new()
                {
                    Title = "A",
                    Blocks = [new BookBlock.Picture(SampleBooks.Png, "A dot"), new BookBlock.Picture(SampleBooks.Jpeg, "")],
                },
            ],
        };

        var package = Written.Unpack(book.As(BookFormat.Epub)).Text("EPUB/book.opf");

        Assert.DoesNotContain("alternativeText", package, StringComparison.Ordinal);
        Assert.Contains(">textual,visual<", package, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_shown_twice_is_there_once()
    {
        var files = Written.Unpack(SampleBooks.All["trilingual"].As(BookFormat.Epub));

        Assert.Equal(
            ["EPUB/pictures/picture-001.jpg", "EPUB/pictures/picture-002.png"],
            files.Keys.Where(name => name.Contains("picture-", StringComparison.Ordinal))
        );
        Assert.Equal(SampleBooks.Jpeg.ToArray(), files["EPUB/pictures/picture-001.jpg"]);
    }

    private static IEnumerable<XElement> Having(XElement root, string attribute, string value) =>
        root.Descendants().Where(element => element.Attribute(attribute)?.Value == value);
}
