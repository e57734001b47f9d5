using AngleSharp;
using Dala.Library.Crediting;
using Dala.Library.Tests.Showing;
using Dala.Standards.Licences;

namespace Dala.Library.Tests.Crediting;

public class CreditTests
{
    private static readonly Credit Cat = Of(
        "https://dala.example/resources/1",
        (Fields.Title, "Come back, cat", "en"),
        (Fields.Creator, "Nicola Rijsdijk", null),
        (Fields.Illustrator, "Karen Lilje", null),
        (Fields.Licence, "https://creativecommons.org/licenses/by/4.0/", null),
        (Fields.Url, "https://example.org/cat", null)
    );

    [Fact]
    public void Names_title_author_source_and_licence_with_their_addresses()
    {
        Assert.Equal(
            "“Come back, cat” by Nicola Rijsdijk. Illustrations: Karen Lilje. Source: Stories (https://example.org/cat). "
                + "Licence: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).",
            CreditForms.Write(CreditForms.Text, [Cat], English.Words)
        );
    }

    [Fact]
    public void A_title_that_asks_gets_no_second_stop_and_without_an_address_ours_is_given()
    {
        var credit = Of(
            "https://dala.example/resources/1",
            (Fields.Title, "Where is my cat?", "en"),
            (Fields.Url, "javascript:alert(1)", null)
        );

        Assert.Equal(
            "“Where is my cat?”. Source: Stories (https://dala.example/resources/1). Licence: Licence unclear.",
            CreditForms.Write(CreditForms.Text, [credit], English.Words)
        );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ar")]
    public void The_third_remix_names_all_three_authors_and_every_change_in_every_form(string language)
    {
        var credit = Cat with
        {
            Title = "Үйге қайт, мысық",
            TitleLanguage = "kk",
            Authors = ["Айгүл Сейіт"],
            Change = "аударылды",
            ChangeLanguage = "kk",
            Ancestors =
            [
                Cat with
                {
                    Title = "ارجع أيها القط",
                    TitleLanguage = "ar",
                    Authors = ["ليلى حسن"],
                    Change = "أضيفت تمارين",
                    ChangeLanguage = "ar",
                },
                Cat,
            ],
        };

        foreach (var form in CreditForms.All)
        {
            var text = CreditForms.Write(form, [credit], English.Book.In(language));
            foreach (var name in (string[])["Айгүл Сейіт", "ليلى حسن", "Nicola Rijsdijk", "аударылды", "أضيفت تمارين"])
                Assert.Contains(name, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Html_says_to_machines_what_it_says_to_people()
    {
        var html = CreditForms.Write(CreditForms.Html, [Cat with { Title = "<b>&\"quoted\"" }], English.Words);

        var document = new BrowsingContext(Configuration.Default)
            .GetService<AngleSharp.Html.Parser.IHtmlParser>()!
            .ParseDocument(html);
        Assert.Equal("<b>&\"quoted\"", document.QuerySelector("[property='dcterms:title']")!.TextContent);
        Assert.Equal("Nicola Rijsdijk", document.QuerySelector("[property='cc:attributionName']")!.TextContent);
        Assert.Equal(
            "https://creativecommons.org/licenses/by/4.0/",
            document.QuerySelector("a[rel=license]")!.GetAttribute("href")
        );
        Assert.Equal("https://example.org/cat", document.QuerySelector("a[rel='dcterms:source']")!.GetAttribute("href"));
        Assert.Equal("https://example.org/cat", document.QuerySelector("div")!.GetAttribute("resource"));
    }

    [Fact]
    public void Signs_of_markdown_in_a_title_come_out_as_they_are()
    {
        var text = CreditForms.Write(CreditForms.Markdown, [Cat with { Title = "[2*3] _and_ `x` <y>" }], English.Words);

        Assert.Contains(@"[\[2\*3\] \_and\_ \`x\` \<y\>](<https://example.org/cat>)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_runs_the_other_way_does_not_reorder_the_line()
    {
        var text = CreditForms.Write(CreditForms.Text, [Cat with { Authors = ["ليلى حسن"] }], English.Words);

        Assert.Contains("\u2068ليلى حسن\u2069", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_work_of_an_intergovernmental_organisation_says_that_it_is_not_theirs()
    {
        var credit = Cat with
        {
            Publisher = "UNESCO",
            Change = "translated",
            Licence = Licences.Recognise("https://creativecommons.org/licenses/by-sa/3.0/igo/"),
        };

        Assert.Contains(
            "was not made by UNESCO",
            CreditForms.Write(CreditForms.Text, [credit], English.Words),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "was not made by",
            CreditForms.Write(CreditForms.Text, [credit with { Change = null }], English.Words),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_subtitle_holds_nothing_that_ends_it_early()
    {
        var text = CreditForms.Write(CreditForms.Subtitle, [Cat with { Title = "A --> B" }, Cat], English.Words);

        Assert.StartsWith(
            "1\n00:00:00,000 --> 00:00:05,000\n“A → B” · Nicola Rijsdijk\nCC BY 4.0 · https://example.org/cat\n\n2\n00:00:05,000",
            text,
            StringComparison.Ordinal
        );
    }

    private static Credit Of(string page, params (string Field, string Value, string? Language)[] said)
    {
        var shown = Sample.Of(said);
        return Credit.Of(shown.Summary, shown.Claims, page);
    }
}
