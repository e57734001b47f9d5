using System.IO.Compression;
using Dala.Library.Baskets;
using Dala.Library.Crediting;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Standards.Licences;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Baskets;

/// <summary>Real stories: an English and a Russian one under CC BY, one under BY-NC, and a resource under BY-SA.</summary>
public sealed class BasketTests : IAsyncLifetime
{
    private const string Origin = "https://dala.example";

    private readonly TestLibrary library = new();
    private readonly Dictionary<string, Guid> shelf = [];

    public async ValueTask InitializeAsync()
    {
        var zip = library.Folder.At("some.zip");
        using (var some = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            Copy(some, "african-storybook.zip", "en/0004_goat-dog-and-cow.md");
            Copy(some, "global-storybooks.zip", "ru/0006_ананси-и-мудрость.md");
            Copy(some, "african-storybook.zip", "en/0002_look-at-the-animals.md");
        }

        Assert.Null((await library.Import("storybooks", zip)).Problem);
        var shared = library.Folder.Write(
            "shared.jsonl",
            """
            {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"en"}],"id":"https://example.org/goats","type":["LearningResource"],"name":"All about goats","creator":[{"type":"Person","name":"Asel Bekova"}],"license":{"id":"https://creativecommons.org/licenses/by-sa/4.0/"}}

            """
        );
        Assert.Null((await library.Import("amb", shared)).Problem);
        await library.Run<Store, int>(async store =>
        {
            foreach (var title in await store.Set<Claim>().Where(claim => claim.Field == Fields.Title).ToListAsync())
                shelf[title.Value] = title.ResourceId;
            return 0;
        });
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();

    [Fact]
    public async Task A_book_of_by_and_by_nc_stories_is_not_for_sale_and_names_everybody()
    {
        var key = await Filled("Goat, Dog, and Cow", "Ананси и Мудрость", "Look at the animals");

        var contents = await Show(key);

        Assert.Equal("CC BY-NC 4.0", contents.Licence!.Label);
        Assert.All(contents.Combination.Possible, licence => Assert.True(licence.Permissions.NonCommercial));
        var sheet = CreditForms.Write(CreditForms.Text, CreditSheet.Of(contents, English.Words), English.Words);
        foreach (
            var name in (string[])
                [
                    "Fabian Wakholi",
                    "Marleen Visser",
                    "CC BY, version not stated",
                    "CC BY-NC, version not stated",
                    "Licence: CC BY-NC 4.0",
                ]
        )
            Assert.Contains(name, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_by_sa_added_exactly_the_two_that_clash_are_named_and_a_collection_is_offered()
    {
        var key = await Filled("Goat, Dog, and Cow", "Ананси и Мудрость", "Look at the animals", "All about goats");

        var contents = await Show(key);

        var clash = contents.Combination.Conflict!;
        Assert.Equal(
            ["Look at the animals", "All about goats"],
            clash.Sources.Select(place => BasketContents.Deciding(contents.Works)[place].Title)
        );
        Assert.True(clash.AsCollection);
        Assert.DoesNotContain("Goat, Dog", contents.Verdict.Verdict.Value, StringComparison.Ordinal);
        Assert.Equal("library.basket.not-allowed", (await Make(key, "epub")).Problem!.Code);

        await Change(key, new BasketChange { Making = "collection" });

        Assert.Null((await Make(key, "epub")).Problem);
        Assert.True((await Show(key)).Licence!.Permissions.NonCommercial);
    }

    [Fact]
    public async Task A_work_that_is_only_linked_does_not_stand_in_the_way()
    {
        var key = await Filled("Look at the animals", "All about goats");
        var goats = (await Show(key)).Works[1].Item.Id;

        await Change(
            key,
            new BasketChange { Items = new Dictionary<Guid, BasketItemChange> { [goats] = new() { IsLink = true } } }
        );

        Assert.Equal("CC BY-NC 4.0", (await Show(key)).Licence!.Label);
    }

    [Fact]
    public async Task Items_are_moved_taken_out_and_put_back_with_what_was_written_about_them()
    {
        var key = await Filled("Goat, Dog, and Cow", "Look at the animals");
        var first = (await Show(key)).Works[0].Item.Id;

        await Change(
            key,
            new BasketChange
            {
                Items = new Dictionary<Guid, BasketItemChange> { [first] = new() { Change = "shortened" } },
                Action = $"down:{first}",
            }
        );
        Assert.Equal(["Look at the animals", "Goat, Dog, and Cow"], (await Show(key)).Works.Select(work => work.Title));

        await Change(key, new BasketChange { Action = $"remove:{first}" });
        Assert.Equal(["Goat, Dog, and Cow"], (await Show(key)).Removed.Select(work => work.Title));

        await Change(key, new BasketChange { Action = $"restore:{first}" });
        var back = (await Show(key)).Works[1];
        Assert.Equal("shortened", back.Credit!.Change);
    }

    [Fact]
    public async Task Own_text_stands_between_works_and_keeps_its_paragraphs()
    {
        var key = await Filled("Goat, Dog, and Cow");
        await Change(key, new BasketChange { Action = "add-text" });
        var text = (await Show(key)).Works[1].Item.Id;

        await Change(
            key,
            new BasketChange
            {
                Items = new Dictionary<Guid, BasketItemChange>
                {
                    [text] = new() { Title = "Tasks", Text = "Who paid?\r\n\r\nWho did not?" },
                },
            }
        );

        var work = (await Show(key)).Works[1];
        Assert.Equal(("Tasks", "Who paid?\n\nWho did not?"), (work.Title, work.Text));
        Assert.Equal("CC BY 4.0", (await Show(key)).Licence!.Label);
    }

    [Fact]
    public async Task Only_the_pages_that_were_asked_for_are_taken_and_that_is_said()
    {
        var filled = await library.Run<FillBasket, Outcome<string>>(fill =>
            fill.Run(
                null,
                new BasketOrder
                {
                    Resource = shelf["Goat, Dog, and Cow"].ToString(),
                    First = "2",
                    Last = "3",
                },
                "en",
                CancellationToken.None
            )
        );

        var work = (await Show(filled.Value)).Works.Single();

        Assert.DoesNotContain("were great friends", work.Text, StringComparison.Ordinal);
        Assert.StartsWith("When they reached", work.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about to", work.Text, StringComparison.Ordinal);
        Assert.Equal("only pages 2 to 3", work.Credit!.Change);
    }

    [Fact]
    public async Task Two_windows_do_not_undo_each_others_changes()
    {
        var key = await Filled("Goat, Dog, and Cow");
        var seen = (await Show(key)).Basket.Version;

        await Change(key, new BasketChange { Version = seen, Title = "One" });
        var second = await library.Run<ChangeBasket, Outcome<Basket>>(change =>
            change.Run(key, new BasketChange { Version = seen, Title = "Two" }, CancellationToken.None)
        );

        Assert.Equal(BasketProblems.Changed, second.Problem);
        Assert.Equal("One", (await Show(key)).Basket.Title);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("guess")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Nobody_finds_a_basket_without_its_key(string? key) =>
        Assert.Equal(
            BasketProblems.Unknown,
            (
                await library.Run<ShowBasket, Outcome<BasketContents>>(show =>
                    show.Run(key, English.Words, Origin, CancellationToken.None)
                )
            ).Problem
        );

    [Fact]
    public async Task The_store_does_not_know_the_key()
    {
        var key = await Filled("Goat, Dog, and Cow");

        var basket = await library.Run<Store, Basket>(store => store.Set<Basket>().SingleAsync());

        Assert.Equal(BasketKey.Hash(key), basket.KeyHash);
    }

    [Fact]
    public async Task A_basket_that_nobody_touches_is_cleared_away_when_another_is_taken()
    {
        var old = await Filled("Goat, Dog, and Cow");
        library.Time.Pass(TimeSpan.FromDays(366));

        await Filled("Look at the animals");

        Assert.Equal(
            BasketProblems.Unknown,
            (
                await library.Run<ShowBasket, Outcome<BasketContents>>(show =>
                    show.Run(old, English.Words, Origin, CancellationToken.None)
                )
            ).Problem
        );
    }

    [Fact]
    public async Task What_mixes_with_the_basket_is_found()
    {
        await library.Index();
        var key = await Filled("All about goats");

        var mixable = await library.Run<MixableLicences, IReadOnlyList<string>>(mix => mix.Run(key, CancellationToken.None));
        var found = await library.Find(new Dala.Library.Finding.Find { Mixable = mixable });

        Assert.Equal(
            ["All about goats", "Goat, Dog, and Cow", "Ананси и Мудрость"],
            found.Items.Select(item => item.Summary.Title).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_may_be_sold_and_what_may_be_changed_are_filters_with_counts()
    {
        await library.Index();

        var found = await library.Find(new Dala.Library.Finding.Find());

        Assert.Equal([("change", 4), ("sell", 3)], found.Facets["may"].Select(count => (count.Value, count.Count)));
    }

    [Fact]
    public void A_basket_of_works_nobody_knows_the_licence_of_asks_first()
    {
        var combination = Compatibility.Of(
            [StatedLicence.Unknown, StatedLicence.Of(Licences.Recognise("CC0-1.0"))],
            Making.Adaptation
        );

        Assert.Equal([0], combination.Asked);
        Assert.False(combination.IsPossible);
    }

    private async Task<string> Filled(params string[] titles)
    {
        string? key = null;
        foreach (var title in titles)
        {
            var filled = await library.Run<FillBasket, Outcome<string>>(fill =>
                fill.Run(key, new BasketOrder { Resource = shelf[title].ToString() }, "en", CancellationToken.None)
            );
            key = filled.Value;
        }

        return key!;
    }

    private async Task<BasketContents> Show(string key) =>
        (
            await library.Run<ShowBasket, Outcome<BasketContents>>(show =>
                show.Run(key, English.Words, Origin, CancellationToken.None)
            )
        ).Value;

    private async Task Change(string key, BasketChange change) =>
        Assert.Null(
            (await library.Run<ChangeBasket, Outcome<Basket>>(use => use.Run(key, change, CancellationToken.None))).Problem
        );

    private Task<Outcome<MadeFile>> Make(string key, string form) =>
        library.Run<MakeBook, Outcome<MadeFile>>(make => make.Run(key, form, Origin, CancellationToken.None));

    private static void Copy(ZipArchive to, string archive, string name)
    {
        using var from = ZipFile.OpenRead(SharedData.At("storybooks/" + archive));
        using var read = from.GetEntry(name)!.Open();
        using var write = to.CreateEntry(name).Open();
        read.CopyTo(write);
    }
}
