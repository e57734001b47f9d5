using Dala.Library.Baskets;
using Dala.Library.Crediting;
using Dala.Library.Finding;
using Dala.Library.Showing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Baskets;

/// <summary>A remix of a remix: who made the first is still named in the last.</summary>
public sealed class PublishRemixTests : IAsyncLifetime
{
    private const string Origin = "https://dala.example";

    private readonly TestLibrary library = new();

    public async ValueTask InitializeAsync()
    {
        var shared = library.Folder.Write(
            "shared.jsonl",
            """
            {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"en"}],"id":"https://example.org/goats","type":["LearningResource"],"name":"All about goats","creator":[{"type":"Person","name":"Asel Bekova"}],"license":{"id":"https://creativecommons.org/licenses/by/4.0/"}}

            """
        );
        Assert.Null((await library.Import("amb", shared)).Problem);
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ar")]
    public async Task A_remix_of_a_remix_names_all_three_authors_and_both_change_notes(string language)
    {
        var goats = await library.Run<Store, Guid>(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        var first = await Published(goats, "Ешкілер туралы", "Айгүл Сейіт", "аударылды");
        var second = await Published(first, "كل شيء عن الماعز", "ليلى حسن", "أضيفت تمارين");

        var shown = (
            await library.Run<ShowResource, Outcome<ShownResource>>(show =>
                show.Run(second.ToString(), language, CancellationToken.None)
            )
        ).Value;
        var credit = Credit.Of(shown, Origin);

        foreach (var form in CreditForms.All)
        {
            var text = CreditForms.Write(form, [credit], English.Book.In(language));
            foreach (var part in (string[])["Asel Bekova", "Айгүл Сейіт", "ليلى حسن", "аударылды", "أضيفت تمارين"])
                Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_book_of_a_remix_names_them_too()
    {
        var goats = await library.Run<Store, Guid>(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        var first = await Published(goats, "Ешкілер туралы", "Айгүл Сейіт", "аударылды");
        var key = await Basket(first);

        var contents = (
            await library.Run<ShowBasket, Outcome<BasketContents>>(show =>
                show.Run(key, English.Words, Origin, CancellationToken.None)
            )
        ).Value;

        var sheet = CreditForms.Write(CreditForms.Text, CreditSheet.Of(contents, English.Words), English.Words);
        foreach (var part in (string[])["Asel Bekova", "Айгүл Сейіт", "аударылды", "Made from: “All about goats”"])
            Assert.Contains(part, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_published_is_found_and_published_again_it_is_the_same_resource_changed()
    {
        var goats = await library.Run<Store, Guid>(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        var key = await Basket(goats);
        await Change(key, "One", "Айгүл Сейіт");
        var first = await Publish(key, Actor.Administrator);
        await Change(key, "Two", "Айгүл Сейіт");
        var again = await Publish(key, Actor.Administrator);
        await library.Index();

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(["Two"], (await library.Find(new Find { Text = "Two" })).Items.Select(item => item.Summary.Title));
        Assert.Empty((await library.Find(new Find { Text = "One", Exact = true })).Items);
    }

    [Fact]
    public async Task Nobody_publishes_without_the_right_or_without_a_title_and_a_name()
    {
        var goats = await library.Run<Store, Guid>(store => store.Set<Resource>().Select(resource => resource.Id).SingleAsync());
        var key = await Basket(goats);

        Assert.Equal(BasketProblems.SignInToPublish, (await Publish(key, Actor.Anonymous)).Problem);
        Assert.Equal(
            ["/title", "/author"],
            (await Publish(key, Actor.Administrator)).Problem!.Faults.Select(fault => fault.Pointer)
        );
    }

    private async Task<Guid> Published(Guid of, string title, string author, string change)
    {
        var key = await Basket(of);
        await Change(key, title, author, change);
        return (await Publish(key, Actor.Administrator)).Value;
    }

    private async Task<string> Basket(Guid of) =>
        (
            await library.Run<FillBasket, Outcome<string>>(fill =>
                fill.Run(null, new BasketOrder { Resource = of.ToString() }, "en", CancellationToken.None)
            )
        ).Value;

    private async Task Change(string key, string title, string author, string? change = null)
    {
        var item = await library.Run<Store, Guid>(store =>
            store
                .Set<BasketItem>()
                .Join(
                    store.Set<Basket>().Where(basket => basket.KeyHash == BasketKey.Hash(key)),
                    item => item.BasketId,
                    basket => basket.Id,
                    (item, _) => item.Id
                )
                .SingleAsync()
        );
        Assert.Null(
            (
                await library.Run<ChangeBasket, Outcome<Basket>>(use =>
                    use.Run(
                        key,
                        new BasketChange
                        {
                            Title = title,
                            Author = author,
                            Items = new Dictionary<Guid, BasketItemChange> { [item] = new() { Change = change } },
                        },
                        CancellationToken.None
                    )
                )
            ).Problem
        );
    }

    private Task<Outcome<Guid>> Publish(string key, Actor actor) =>
        library.Run<PublishRemix, Outcome<Guid>>(publish => publish.Run(key, actor, Origin, CancellationToken.None));
}
