using Dala.Standards.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Texts;

public sealed class MendingTests
{
    [Theory]
    [InlineData("a\u0000b\u0007c\u007Fd\u0085e", "abcde")]
    [InlineData("a\uFEFFb\uFFFEc\uFFFFd", "abcd")]
    [InlineData("\uFEFFtitle", "title")]
    [InlineData("whole 😀 pair", "whole 😀 pair")]
    [InlineData("e\u0301", "é")]
    [InlineData("one\r\ntwo\rthree", "one\ntwo\nthree")]
    [InlineData("no\u00A0break  and   doubled", "no break and doubled")]
    [InlineData("  ends \n", "ends")]
    [InlineData("line  \n  indented\n\n\n\nparagraph", "line\n  indented\n\nparagraph")]
    [InlineData("&rlm;مرحبا&nbsp;بكم", "\u200Fمرحبا بكم")]
    [InlineData("Tom &amp; Jerry &amp;amp; Co &#39;x&#x27;", "Tom & Jerry & Co 'x'")]
    [InlineData("a &lt;b&gt; &amp;lt; &unknown; & c", "a &lt;b&gt; &lt; &unknown; & c")]
    [InlineData("می\u200Cخواهم \u202Bx\u202C \u200E", "می\u200Cخواهم \u202Bx\u202C \u200E")]
    [InlineData("tab\tstays", "tab\tstays")]
    public void Mends_what_nobody_meant_and_leaves_the_rest(string dirty, string clean) =>
        Assert.Equal(clean, Mending.Mend(dirty).Value);

    [Fact]
    public void Takes_out_lone_surrogates() =>
        Assert.Equal("lone and surrogates", Mending.Mend("lone \uD800 and \uDC00 surrogates").Value);

    [Fact]
    public void A_title_is_one_line() =>
        Assert.Equal(
            new Mended("The United States Bill of Rights The Ten Original Amendments", new Mends { LineEnds = 1, Blanks = 1 }),
            Mending.MendLine("The United States Bill of Rights\r\nThe Ten Original Amendments")
        );

    [Fact]
    public void Counts_what_it_mended() =>
        Assert.Equal(
            new Mends
            {
                Controls = 1,
                Normalised = 1,
                LineEnds = 1,
                Blanks = 2,
                Entities = 1,
            },
            Mending.Mend(" a\u0001e\u0301\r\nb&amp;c\u00A0d").Mends
        );

    [Theory]
    [InlineData("A plain title")]
    [InlineData("Қазақ тілі, «тырнақша» — 2 бет")]
    [InlineData("one\ntwo\n\n  • item\n  • item\n\n⁂\n\nend 😀")]
    public void Allocates_nothing_when_nothing_is_to_be_mended(string text)
    {
        Mending.Mend(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var mended = Mending.Mend(text);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Same(text, mended.Value);
        Assert.True(mended.Mends.None);
    }

    [Fact]
    public void Mending_twice_is_mending_once() =>
        Prop.ForAll(
                Dirty().ToArbitrary(),
                text =>
                {
                    var once = Mending.Mend(text);
                    var line = Mending.MendLine(text);
                    return Mending.Mend(once.Value) == new Mended(once.Value, default)
                        && Mending.MendLine(line.Value) == new Mended(line.Value, default)
                        && (once.Value == text) == once.Mends.None
                        && !line.Value.Contains('\n', StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_letter_alone_and_beside_another_comes_out_in_form_C()
    {
        for (var code = 0x21; code < 0xFFFE; code++)
        {
            if (char.IsSurrogate((char)code))
                continue;
            foreach (var text in new[] { $"{(char)code}", $"e{(char)code}", $"ا{(char)code}", $"и{(char)code}" })
            {
                Assert.True(Mending.Mend(text).Value.IsNormalized(), $"U+{code:X4}");
            }
        }
    }

    private static Gen<string> Dirty() =>
        Gen.Elements(
                "a",
                "é",
                "e\u0301",
                " ",
                "\u00A0",
                "\n",
                "\r",
                "\t",
                "\u0000",
                "\uD83D",
                "\uDE00",
                "\uFEFF",
                "&",
                "amp;",
                "&nbsp;",
                "&#38;",
                "&#x0d;",
                "#1;",
                "lt;",
                "•",
                "قلب",
                "\u200F",
                ";",
                "\u202F"
            )
            .ListOf()
            .Select(parts => string.Concat(parts));
}
