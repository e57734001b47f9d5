using System.IO.Compression;
using Dala.Standards.Books;
using Dala.Standards.Tests.Records;
using Dala.Standards.Texts;
using Dala.Testing;

namespace Dala.Standards.Tests.Books;

/// <summary>Books for the tests of all formats: of real stories in several languages and scripts, and of the worst that texts can hold.</summary>
internal static class SampleBooks
{
    public static readonly BookLicence By = new("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");
    public static readonly BookLicence ByNc = new("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/");

    private static readonly DateTimeOffset Day = new(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(5));

    private static readonly BookWords English = new()
    {
        Contents = "Contents",
        TitlePage = "Title page",
        Licence = "Licence of this book",
        PartLicence = "Licence of this part",
        Credit = "Source",
        Changes = "Changes",
        OwnText = "Written by the maker of this book.",
        Accessibility = "Every picture is described.",
    };

    private static readonly BookWords Arabic = new()
    {
        Contents = "المحتويات",
        TitlePage = "صفحة العنوان",
        Licence = "رخصة هذا الكتاب",
        PartLicence = "رخصة هذا الجزء",
        Credit = "المصدر",
        Changes = "التغييرات",
        OwnText = "كتبه من أعدّ هذا الكتاب.",
    };

    /// <summary>A PNG of one pixel.</summary>
    public static ReadOnlyMemory<byte> Png { get; } =
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        );

    /// <summary>The cover of a real EPUB.</summary>
    public static ReadOnlyMemory<byte> Jpeg { get; } = OfEpub("trees.epub", "EPUB/cover.jpg");

    /// <summary>A remix of the second generation: three authors and two change notes, of which one is two works back.</summary>
    public static BookCredit Remix { get; } =
        new()
        {
            Pieces =
            [
                new("“"),
                new("Ананси и мудрость", CreditRole.Title) { Language = "ru" },
                new("”, "),
                new("Эбба Мустер", CreditRole.Author) { Language = "ru" },
                new(", "),
                new("globalstorybooks.net", CreditRole.Source, "https://globalstorybooks.net/ru/0006?a=1&b=(2)"),
                new(", "),
                new("CC BY 4.0", CreditRole.Licence, By.Address),
                new(". "),
                new("Shortened for the second grade", CreditRole.Change),
            ],
            Ancestors =
            [
                new()
                {
                    Pieces =
                    [
                        new("Translated from “"),
                        new("Anansi and Wisdom", CreditRole.Title),
                        new("” by "),
                        new("Ghanaian folktale", CreditRole.Author),
                        new(", "),
                        new("africanstorybook.org", CreditRole.Source, "https://africanstorybook.org/read/0006"),
                        new(", "),
                        new("CC BY 3.0", CreditRole.Licence, "https://creativecommons.org/licenses/by/3.0/"),
                    ],
                    Ancestors =
                    [
                        new()
                        {
                            Pieces =
                            [
                                new("Pictures by "),
                                new("Wiehan de Jager", CreditRole.Author, "https://africanstorybook.org/artists/7"),
                                new(". "),
                                new("Redrawn in black and white", CreditRole.Change),
                            ],
                        },
                    ],
                },
            ],
        };

    public static IReadOnlyDictionary<string, Book> All { get; } =
        new Dictionary<string, Book>(StringComparer.Ordinal)
        {
            ["trilingual"] = Trilingual(),
            ["arabic"] = RightToLeft(),
            ["hostile"] = Hostile(),
            ["empty"] = Empty(),
        };

    /// <summary>English, Russian and Arabic stories in an English book, with pictures and the maker's own text in Kazakh.</summary>
    private static Book Trilingual()
    {
        var russian = Story("global-storybooks.zip", "ru", "0006") with
        {
            Credit = Remix,
            ChangeNote = "Shortened for the second grade",
        };
        var own = new BookPart
        {
            Title = "Адам құқықтары",
            Language = "kk",
            IsOwnText = true,
            Blocks =
            [
                new BookBlock.Heading(3, "Төлем туралы емес"),
                .. Blocks(Kazakh()),
                new BookBlock.Picture(Jpeg, "Мұқаба: ағаштар") { Credit = Remix.Ancestors[0].Ancestors[0] },
                new BookBlock.Picture(Png, "Нүкте"),
                new BookBlock.Picture(Jpeg, "Сол мұқаба"),
            ],
        };
        return Of(
            "Three stories",
            "en",
            English,
            [Story("african-storybook.zip", "en", "0004"), russian, Story("global-storybooks.zip", "ar", "0002"), own]
        ) with
        {
            Licence = ByNc,
            Notices = ["This is a collection: every part keeps its own licence."],
        };
    }

    /// <summary>An Arabic book with a Persian, an English and an Arabic part.</summary>
    private static Book RightToLeft() =>
        Of(
            "قصص",
            "ar",
            Arabic,
            [
                Story("global-storybooks.zip", "ar", "0066"),
                Story("global-storybooks.zip", "fa", "0006"),
                Story("african-storybook.zip", "en", "0002"),
            ]
        );

    /// <summary>Everything that breaks a file if it gets there as it is.</summary>
    private static Book Hostile()
    {
        const string markup =
            "</title><script>alert(1)</script> <b>\"bold\"</b> & &amp; ]]> <!-- -- > {{x}} ${y} `z` *a* _b_ [c](d) # | ~";
        var dirt =
            "a\u0000b\u0001c\u000Bd\uD800e\uDC00f\uFFFEg\uFFFFh\u0085i\u009Fj\u2028k\uFEFFl\rm\nn\to😀p\u202Eq\u200Fr\uDBFF\uDFFFs";
        var long1 = string.Concat(Enumerable.Range(0, 40_000).Select(number => $"слово{number} <&> "));
        BookCredit credit = new()
        {
            Pieces =
            [
                new(markup, CreditRole.Title),
                new(dirt, CreditRole.Author, "javascript:alert(1)"),
                new(markup, CreditRole.Source, "https://example.org/\"><script>?a=1&copy;=2&b=(3)'"),
                new(dirt, CreditRole.Licence, "not an address"),
                new(markup, CreditRole.Change, "file:///etc/passwd"),
            ],
        };
        var lines = new BookLine([
            new(markup),
            new(dirt, "https://example.org/ü?q=ä b"),
            new("http://[bad", "http://[bad"),
            new(dirt, "data:text/html,x"),
        ]);
        return Of(
            markup + dirt,
            "not a language!",
            English with
            {
                Contents = markup,
                OwnText = dirt,
                Accessibility = markup + dirt,
            },
            [
                new() { Title = "", Blocks = [] },
                new()
                {
                    Title = " \u0000\n ",
                    Language = "",
                    Blocks = [new BookBlock.Paragraph([]), new BookBlock.Bullets([]), new BookBlock.Heading(1, "")],
                },
                new()
                {
                    Title = dirt + markup,
                    Language = "x\"><script>",
                    Credit = credit,
                    Licence = new(markup, "javascript:alert(2)"),
                    ChangeNote = markup + dirt,
                    Blocks =
                    [
                        new BookBlock.PageBreak(),
                        new BookBlock.Heading(6, markup),
                        new BookBlock.Heading(-1, dirt),
                        new BookBlock.Paragraph([lines, "", lines]),
                        new BookBlock.Bullets([lines, "", "- x"]),
                        new BookBlock.Bullets(["1. y"]),
                        new BookBlock.Steps(-7, [lines, "z"]),
                        new BookBlock.Steps(int.MaxValue, [lines]),
                        new BookBlock.Picture("<svg onload='alert(1)'/>"u8.ToArray(), markup),
                        new BookBlock.Picture(Png, markup + dirt),
                        new BookBlock.Picture(Png, ""),
                        new BookBlock.Picture(ReadOnlyMemory<byte>.Empty, ""),
                    ],
                },
                new()
                {
                    Title = "CON",
                    Language = "ckb",
                    Blocks = [new BookBlock.Paragraph([long1])],
                },
                new()
                {
                    Title = "../../../etc/passwd",
                    Language = "he",
                    IsOwnText = true,
                    Blocks = [new BookBlock.Paragraph(["שלום"])],
                },
            ]
        ) with
        {
            Creators = [markup, dirt],
            Description = dirt + markup,
            Licence = new(dirt + markup, "https://example.org/<licence>"),
            Notices = [markup, "", dirt],
        };
    }

    private static Book Empty() => Of("Nothing yet", "en", English, []);

    private static Book Of(string title, string language, BookWords words, IReadOnlyList<BookPart> parts) =>
        new()
        {
            Identifier = "urn:uuid:0190a0b0-0000-7000-8000-000000000001",
            Title = title,
            Language = language,
            Creators = ["Айгүл Сейтова", "Ada L."],
            Description = "For reading aloud.",
            Modified = Day,
            Licence = By,
            Parts = parts,
            Sheet = new()
            {
                Heading = language == "ar" ? "المصادر والشكر" : "Sources and credits",
                Introduction = ["These works were used."],
                Credits = [.. parts.Select(part => part.Credit).OfType<BookCredit>()],
                Notices = ["This is no legal advice."],
            },
            Words = words,
        };

    private static BookPart Story(string archive, string language, string number)
    {
        var story = Readings
            .OfShared("storybooks/" + archive, Readings.Stories)
            .Whole()
            .Single(record => record.One("@folder") == language && record.One("@number") == number);
        var nonCommercial = story.One("License")!.Contains("NC", StringComparison.Ordinal);
        var licence = nonCommercial ? ByNc : By;
        var title = story.One("title")!;
        return new()
        {
            Title = title,
            Language = language,
            Blocks = Blocks(story.One("text")!),
            Licence = licence,
            Credit = new()
            {
                Pieces =
                [
                    new(title, CreditRole.Title) { Language = language },
                    new(", "),
                    new(story.One("Text")!, CreditRole.Author) { Language = language },
                    new(", "),
                    new("storybooks", CreditRole.Source, $"https://example.org/stories/{language}/{number}"),
                    new(", "),
                    new(licence.Label, CreditRole.Licence, licence.Address),
                ],
            },
        };
    }

    private static List<BookBlock> Blocks(string text) =>
        [
            .. text.Split("\n\n")
                .Select(block =>
                    block == SafeText.PageBreak
                        ? (BookBlock)new BookBlock.PageBreak()
                        : new BookBlock.Paragraph([.. block.Split('\n').Select(line => (BookLine)line)])
                ),
        ];

    private static string Kazakh()
    {
        using var packed = File.OpenRead(SharedData.At("udhr/kaz.html.gz"));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return SafeText.FromHtml(reader.ReadToEnd());
    }

    private static ReadOnlyMemory<byte> OfEpub(string file, string entry)
    {
        using var archive = ZipFile.OpenRead(SharedData.At("epub-samples/" + file));
        using var bytes = new MemoryStream();
        using var stream = archive.GetEntry(entry)!.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
