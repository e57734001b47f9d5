using System.Text;
using Dala.Standards.Books;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dala.Standards.Tests.Books;

public sealed class MarkdownBookTests
{
    /// <summary>Tables, strokes, footnotes and task lists as on GitHub, beside CommonMark.</summary>
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseTaskLists()
        .UseYamlFrontMatter()
        .Build();

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    [Fact]
    public void Whatever_a_text_holds_a_reader_of_Markdown_gives_it_back()
    {
        var piece = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            Gen.Elements(
                "# ",
                "1. ",
                "- ",
                "*a*",
                "__b__",
                "[c](d)",
                "![e](f)",
                "<b>",
                "&amp;",
                "`g`",
                "~~h~~",
                "| i |",
                "\\",
                "===",
                "---",
                " ",
                "2)",
                "[^1]",
                "+ ",
                "> ",
                "#",
                "!",
                "[x] ",
                "сөз",
                "كلمة",
                "😀",
                "\n",
                "<!--",
                "https://example.org/a_b_c",
                "    ",
                "\t"
            )
        );
        var texts = Gen.ArrayOf(piece).Select(pieces => string.Concat(pieces)).ToArbitrary();

        Prop.ForAll(texts, text => GivesBack(text)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("1. not a list")]
    [InlineData("- nor this")]
    [InlineData("a ## heading ##")]
    [InlineData("*stars* and _lines_ and `ticks` and ~~strokes~~")]
    [InlineData("| a | b |")]
    [InlineData("&copy; &#35; <script>alert(1)</script>")]
    [InlineData("C# is no heading, F#")]
    [InlineData("ends with \\")]
    [InlineData("Look!")]
    public void Signs_of_Markdown_are_only_signs(string text) => GivesBack(text);

    [Fact]
    public void Has_a_file_for_each_part_under_a_name_that_people_can_read()
    {
        Assert.Equal(
            [
                "README.md",
                "01-goat-dog-and-cow.md",
                "02-ананси-и-мудрость.md",
                "03-انظر-إلى-الحيونات.md",
                "04-адам-құқықтары.md",
                "pictures/001.jpg",
                "pictures/002.png",
                "CREDITS.md",
            ],
            Written.Unpack(SampleBooks.All["trilingual"].As(BookFormat.Markdown)).Keys
        );
        Assert.All(
            Written.Unpack(SampleBooks.All["hostile"].As(BookFormat.Markdown)).Keys,
            name => Assert.Matches(@"^(README\.md|CREDITS\.md|pictures/[0-9]{3}\.png|[0-9]{2}(-[\p{L}\p{N}\p{M}-]+)?\.md)$", name)
        );
    }

    [Fact]
    public void Every_author_licence_and_change_note_is_on_the_sheet_and_beside_the_part()
    {
        var book = SampleBooks.All["trilingual"];
        var files = Written.Unpack(book.As(BookFormat.Markdown));

        var sheet = Parse(files.Text("CREDITS.md"), CommonMark);
        var items = sheet.Descendants<ListItemBlock>().Select(item => Plain((LeafBlock)item[0])).ToList();
        Assert.Equal(5, items.Count);
        Assert.Equal("Translated from “Anansi and Wisdom” by Ghanaian folktale, africanstorybook.org, CC BY 3.0", items[2]);
        Assert.Equal("Pictures by Wiehan de Jager. Redrawn in black and white", items[3]);
        var parts = string.Concat(
            files
                .Where(file => char.IsAsciiDigit(file.Key[0]))
                .SelectMany(file => Lines(Parse(Encoding.UTF8.GetString(file.Value), CommonMark)))
        );
        Assert.All(Written.Owed(book), owed => Assert.Contains(owed, parts, StringComparison.Ordinal));
        var links = Parse(files.Text("02-ананси-и-мудрость.md"), CommonMark).Descendants<LinkInline>().Select(link => link.Url);
        Assert.Equal(
            [
                "https://globalstorybooks.net/ru/0006?a=1&b=(2)",
                "https://creativecommons.org/licenses/by/4.0/",
                "https://africanstorybook.org/read/0006",
                "https://creativecommons.org/licenses/by/3.0/",
                "https://africanstorybook.org/artists/7",
                "https://creativecommons.org/licenses/by/4.0/",
            ],
            links
        );
    }

    [Fact]
    public void The_metadata_stand_first_and_survive_quotes()
    {
        var book = SampleBooks.All["arabic"] with { Title = "A \"quoted\" \\ title: #1", Description = null };

        var front = Written.Unpack(book.As(BookFormat.Markdown)).Text("README.md").Split("---\n")[1];

        Assert.Equal(
            """
            title: "A \"quoted\" \\ title: #1"
            lang: "ar"
            dir: "rtl"
            identifier: "urn:uuid:0190a0b0-0000-7000-8000-000000000001"
            date: "2026-11-22T04:30:00Z"
            author: "Айгүл Сейтова, Ada L."
            license: "CC BY 4.0"
            license-uri: "https://creativecommons.org/licenses/by/4.0/"

            """.ReplaceLineEndings("\n"),
            front
        );
    }

    [Fact]
    public void Two_lists_one_behind_the_other_stay_two()
    {
        BookBlock[] blocks =
        [
            new BookBlock.Bullets(["a", "b"]),
            new BookBlock.Bullets(["c"]),
            new BookBlock.Steps(3, ["d", "e"]),
            new BookBlock.Steps(1, ["f"]),
            new BookBlock.Steps(7, ["g"]),
        ];
        var book = SampleBooks.All["empty"] with { Parts = [new() { Title = "Lists", Blocks = blocks }] };

        var lists = Parse(Written.Unpack(book.As(BookFormat.Markdown)).Text("01-lists.md"), CommonMark)
            .OfType<ListBlock>()
            .ToList();

        Assert.Equal(
            ["2", "1", "2 from 3", "1 from 1", "1 from 7"],
            lists.Select(list => list.Count + (list.IsOrdered ? " from " + list.OrderedStart : ""))
        );
    }

    private static void GivesBack(string text)
    {
        var clean = BookLines.Clean(text);
        var part = new BookPart
        {
            Title = "T",
            Blocks = [new BookBlock.Heading(1, text), new BookBlock.Paragraph([text, text]), new BookBlock.Bullets([text])],
        };
        var book = SampleBooks.All["empty"] with { Parts = [part] };
        var markdown = Written.Unpack(book.As(BookFormat.Markdown)).Text("01-t.md");

        foreach (var pipeline in new[] { CommonMark, GitHub })
            Assert.Equal(clean.Length == 0 ? ["T"] : ["T", clean, clean + "\n" + clean, clean], Lines(Parse(markdown, pipeline)));
    }

    private static MarkdownDocument Parse(string markdown, MarkdownPipeline pipeline) => Markdown.Parse(markdown, pipeline);

    private static List<string> Lines(MarkdownDocument document) =>
        [.. document.Descendants<LeafBlock>().Where(block => block is ParagraphBlock or HeadingBlock).Select(Plain)];

    private static string Plain(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline!.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline { IsHard: true }:
                    text.Append('\n');
                    break;
                case LinkInline or EmphasisInline { DelimiterCount: 2 }:
                    break;
                default:
                    text.Append('[').Append(inline.GetType().Name).Append(']');
                    break;
            }
        }

        return text.ToString();
    }
}

/// <summary>What a line of any text is in a book, told by other means than the writers': character by character of UTF-32.</summary>
internal static class BookLines
{
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 9 or 10 or 13 or 0x85 or 0x2028 or 0x2029)
                clean.Append(' ');
            else if (
                !Rune.IsControl(rune)
                && rune.Value is not (0xFEFF or >= 0xFDD0 and <= 0xFDEF)
                && (rune.Value & 0xFFFF) < 0xFFFE
            )
                clean.Append(rune);
        }

        return clean.ToString().Trim();
    }
}
