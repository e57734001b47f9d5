using Dala.Library.Settling;
using Dala.Library.Showing;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests.Settling;

public sealed class SettleLicenceTests : IAsyncDisposable
{
    private const string Reason = "The author wrote so in a letter.";

    private const string Mapping = """
        {
          "name": "shelf", "version": 1, "source": { "title": "A shelf" },
          "tables": [ {
            "files": "*.csv", "reader": { "kind": "csv" }, "identifier": { "from": "id" },
            "fields": { "title": { "from": "title" }, "licence": { "from": "licence" } }
          } ]
        }
        """;

    private readonly TestLibrary library = new();

    [Fact]
    public async Task Lists_what_sources_disagree_about_and_not_what_says_the_same_in_other_words()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"), ("2", "CC BY"), ("2", "CC-BY-4.0"), ("3", "CC0 1.0"));

        var contradiction = Assert.Single((await List()).Value.Items);

        Assert.Equal("Title 1", contradiction.Title);
        Assert.Equal(["CC BY 4.0", "CC BY-NC 4.0"], contradiction.Licence.Evidence.Select(item => item.Reading.Raw).Order());
    }

    [Fact]
    public async Task Pages_lead_through_all_contradictions_each_once()
    {
        await Shelf([
            .. Enumerable
                .Range(0, 120)
                .SelectMany(number =>
                    new[] { ($"{number}", "CC BY 4.0"), ($"{number}", "CC BY-SA 4.0"), ($"s{number}", "CC BY") }
                ),
        ]);

        var titles = new List<string>();
        string? after = null;
        do
        {
            var page = (await List(after)).Value;
            titles.AddRange(page.Items.Select(item => item.Title));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(120, titles.Count);
        Assert.Equal(120, titles.Distinct().Count());
    }

    [Fact]
    public async Task What_is_settled_counts_everywhere_and_leaves_the_list_with_its_reason_on_record()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        var id = await Id("1");
        Assert.Equal(["T2"], await Tiers());

        var settled = await Settle(id, "https://creativecommons.org/licenses/by/4.0/", $"  {Reason} ");
        await library.Index();

        Assert.Null(settled.Problem);
        Assert.Equal(["T1"], await Tiers());
        Assert.Empty((await List()).Value.Items);
        var shown = await Show(id);
        Assert.Equal("CC BY 4.0", shown.Summary.Licence.Licence?.Label);
        Assert.True(shown.Licence.IsSettled);
        var kept = Assert.Single(shown.Settlements);
        Assert.Equal((Reason, "CC BY 4.0", "settled@1"), (kept.Reason, kept.Statement, kept.Rule));
        Assert.Equal(library.Time.GetUtcNow(), kept.SettledAt);
        Assert.Equal(
            [("shelf", "CC BY 4.0"), ("shelf", "CC BY-NC 4.0")],
            kept.Statements.Select(said => (said.Source, said.Statement)).Order()
        );
    }

    [Fact]
    public async Task A_statement_that_is_no_licence_can_be_chosen_as_it_stands()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "Only in class,  please"));
        var id = await Id("1");

        Assert.Null((await Settle(id, "Only in class, please")).Problem);

        Assert.Equal("Only in class,  please", (await Show(id)).Licence.Reading.Raw);
        Assert.Equal("T4", (await Show(id)).Licence.Reading.Tier.ToString());
    }

    [Fact]
    public async Task What_cannot_be_found_out_leaves_the_list_and_still_counts_as_what_allows_least()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        var id = await Id("1");

        Assert.Null((await Settle(id, "unclear")).Problem);

        Assert.Empty((await List()).Value.Items);
        Assert.Equal("CC BY-NC 4.0", (await Show(id)).Licence.Reading.Licence?.Label);
    }

    [Fact]
    public async Task The_same_import_again_leaves_a_decision_and_a_new_statement_opens_it_again()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        var id = await Id("1");
        await Settle(id, "CC BY 4.0");

        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        Assert.True((await Show(id)).Licence.IsSettled);

        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-ND 4.0"));
        var shown = await Show(id);
        Assert.True(shown.Licence.IsContested);
        Assert.Equal("CC BY-ND 4.0", Assert.Single(shown.Licence.SaidSince).RawValue);
        Assert.NotNull(Assert.Single((await List()).Value.Items).Licence.Settlement);
    }

    [Fact]
    public async Task A_decision_can_be_taken_back_and_stays_among_the_earlier_ones()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        var id = await Id("1");
        await Settle(id, "CC BY 4.0");
        library.Time.Pass(TimeSpan.FromDays(1));

        var taken = await TakeBack(id);

        Assert.Null(taken.Problem);
        var shown = await Show(id);
        Assert.True(shown.Licence.IsContested);
        Assert.Null(shown.Licence.Settlement);
        Assert.Equal(["taken-back@1", "settled@1"], shown.Settlements.Select(settlement => settlement.Rule));
        Assert.Equal("library.settle.nothing-settled", (await TakeBack(id)).Problem?.Code);
    }

    [Fact]
    public async Task Another_decision_takes_the_place_of_the_first()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));
        var id = await Id("1");
        await Settle(id, "CC BY 4.0");
        library.Time.Pass(TimeSpan.FromDays(1));

        await Settle(id, "CC BY-NC 4.0");

        var shown = await Show(id);
        Assert.Equal("CC BY-NC 4.0", shown.Licence.Reading.Licence?.Label);
        Assert.Equal(["CC BY-NC 4.0", "CC BY 4.0"], shown.Settlements.Select(settlement => settlement.Statement));
        Assert.Single(shown.Claims, claim => claim.Rule == "settled@1/licence");
    }

    [Theory]
    [InlineData("CC BY 4.0", "short", "/reason", "library.settle.reason-length")]
    [InlineData("CC BY-SA 4.0", Reason, "/licence", "library.settle.not-claimed")]
    [InlineData("", Reason, "/licence", "platform.required")]
    public async Task Refuses_what_is_not_claimed_or_gives_no_reason(string licence, string reason, string pointer, string code)
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));

        var problem = (await Settle(await Id("1"), licence, reason)).Problem!;

        var fault = Assert.Single(problem.Faults);
        Assert.Equal((pointer, code), (fault.Pointer, fault.Code));
        Assert.False((await Show(await Id("1"))).Licence.IsSettled);
    }

    [Fact]
    public async Task Refuses_a_reason_that_is_a_book()
    {
        await Shelf(("1", "CC BY 4.0"), ("1", "CC BY-NC 4.0"));

        Assert.Null((await Settle(await Id("1"), "CC BY 4.0", new string('a', 2_000))).Problem);
        Assert.NotNull((await Settle(await Id("1"), "CC BY 4.0", new string('a', 2_001))).Problem);
    }

    [Fact]
    public async Task Has_nothing_to_settle_where_sources_agree_and_nothing_for_strangers()
    {
        await Shelf(("1", "CC BY 4.0"), ("2", "CC BY 4.0"), ("2", "CC BY-NC 4.0"));

        Assert.Equal("library.settle.nothing", (await Settle(await Id("1"), "CC BY 4.0")).Problem?.Code);
        Assert.Equal(ProblemKind.NotFound, (await Settle(Guid.CreateVersion7(), "CC BY 4.0")).Problem?.Kind);
        Assert.Equal(ProblemKind.SignInNeeded, (await Settle(await Id("2"), "CC BY 4.0", Reason, Actor.Anonymous)).Problem?.Kind);
        Assert.Equal(ProblemKind.SignInNeeded, (await List(actor: Actor.Anonymous)).Problem?.Kind);
        Assert.Equal("library.search.bad-cursor", (await List("nowhere")).Problem?.Code);
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();

    private async Task Shelf(params (string Id, string Licence)[] rows)
    {
        library.Folder.Write("shelf.json", Mapping);
        var lines = rows.Select(row => $"{row.Id},Title {row.Id},\"{row.Licence}\"\n");
        var report = await library.Import(
            library.Folder.At("shelf.json"),
            library.Folder.Write("shelf.csv", "id,title,licence\n" + string.Concat(lines))
        );
        Assert.Equal(0, report.Value.Quarantined);
        await library.Index();
    }

    private Task<Guid> Id(string identifier) =>
        library.Run<Store, Guid>(store =>
            store
                .Set<Resource>()
                .Where(resource => resource.Identifier == identifier)
                .Select(resource => resource.Id)
                .SingleAsync()
        );

    private async Task<ShownResource> Show(Guid id) =>
        (
            await library.Run<ShowResource, Outcome<ShownResource>>(show => show.Run(id.ToString(), "en", CancellationToken.None))
        ).Value;

    private async Task<List<string>> Tiers() =>
        [.. (await library.Find(new Dala.Library.Finding.Find())).Items.Select(item => item.Summary.Licence.Tier.ToString())];

    private Task<Outcome<Contradictions>> List(string? after = null, Actor? actor = null) =>
        library.Run<ListContradictions, Outcome<Contradictions>>(list =>
            list.Run(after, "en", actor ?? Actor.Administrator, CancellationToken.None)
        );

    private Task<Outcome<LicenceSettlement>> Settle(Guid id, string licence, string reason = Reason, Actor? actor = null) =>
        library.Run<SettleLicence, Outcome<LicenceSettlement>>(settle =>
            settle.Run(
                id.ToString(),
                new SettlementOrder { Licence = licence, Reason = reason },
                actor ?? Actor.Administrator,
                CancellationToken.None
            )
        );

    private Task<Outcome<LicenceSettlement>> TakeBack(Guid id) =>
        library.Run<TakeBackSettlement, Outcome<LicenceSettlement>>(takeBack =>
            takeBack.Run(id.ToString(), Actor.Administrator, CancellationToken.None)
        );
}
