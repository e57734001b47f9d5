using System.Text;
using Dala.Library.Tests.Finding;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Tests;

public sealed class KeepOwnRecordTests : IAsyncDisposable
{
    private readonly TestLibrary library = new();

    [Fact]
    public async Task Makes_a_resource_of_its_own_that_is_found_and_leads_back_to_its_bytes()
    {
        var id = await Keep(Remix("mix-1", "A trilingual book"));
        await library.Index();

        var resource = Assert.Single(await Rows<Resource>());
        Assert.Equal((id, "mix-1"), (resource.Id, resource.Identifier));
        Assert.Equal("remixes", Assert.Single(await Rows<Source>()).Name);
        Assert.Equal(["library.index"], (await Rows<JobRow>()).Select(job => job.Kind));
        var claim = Assert.Single(await Rows<Claim>());
        Assert.Equal(("title", "A trilingual book", "remix@1/title"), (claim.Field, claim.Value, claim.Rule));
        var raw = Assert.Single(await Rows<RawRecord>());
        Assert.Equal((claim.RawRecordId, "A trilingual book"), (raw.Id, Encoding.UTF8.GetString(raw.Bytes)));
        Assert.Equal(["A trilingual book"], await library.Titles(new Dala.Library.Finding.Find { Text = "trilingual" }));
    }

    [Fact]
    public async Task Keeping_the_same_record_twice_changes_nothing()
    {
        var first = await Keep(Remix("mix-1", "A book"));
        var before = await Numbers();

        var second = await Keep(Remix("mix-1", "A book"));

        Assert.Equal(first, second);
        Assert.Equal(before, await Numbers());
    }

    [Fact]
    public async Task A_later_record_for_the_same_part_takes_the_place_of_the_former_whose_bytes_stay()
    {
        var first = await Keep(Remix("mix-1", "A book"));
        var before = Assert.Single(await Rows<Resource>()).ChangeNumber;

        var second = await Keep(Remix("mix-1", "A better book"));

        Assert.Equal(first, second);
        Assert.Equal(["A better book"], (await Rows<Claim>()).Select(claim => claim.Value));
        Assert.Equal(
            [("A book", true), ("A better book", false)],
            (await Rows<RawRecord>())
                .OrderBy(raw => raw.Record)
                .Select(raw => (Encoding.UTF8.GetString(raw.Bytes), raw.Superseded))
        );
        Assert.Equal(before + 1, Assert.Single(await Rows<Resource>()).ChangeNumber);
    }

    [Fact]
    public async Task What_was_said_before_may_be_said_again()
    {
        await Keep(Remix("mix-1", "A book"));
        await Keep(Remix("mix-1", "A better book"));

        await Keep(Remix("mix-1", "A book"));

        Assert.Equal(["A book"], (await Rows<Claim>()).Select(claim => claim.Value));
        Assert.Equal(2, (await Rows<RawRecord>()).Count);
        Assert.Equal("A book", Encoding.UTF8.GetString((await Rows<RawRecord>()).Single(raw => !raw.Superseded).Bytes));
    }

    [Fact]
    public async Task Says_something_of_an_imported_resource_and_leaves_what_the_import_knows_of_it()
    {
        await Shelf.Put(library, new Book("atoms", "Atoms"), new Book("stars", "Stars"));
        var before = (await Rows<Resource>()).Single(known => known.Identifier.EndsWith("atoms", StringComparison.Ordinal));
        var claims = (await Rows<Claim>()).Count;
        library.Time.Pass(TimeSpan.FromHours(1));

        await Keep(Note(before.Id, "checked"));

        var after = (await Rows<Resource>()).Single(known => known.Id == before.Id);
        Assert.Equal((before.RunId, before.RunOutcome), (after.RunId, after.RunOutcome));
        Assert.Equal((3L, library.Time.GetUtcNow()), (after.ChangeNumber, after.ChangedAt));
        Assert.Equal(claims + 1, (await Rows<Claim>()).Count);
    }

    [Fact]
    public async Task An_import_that_sends_the_resource_anew_or_again_leaves_what_was_said_here()
    {
        await Shelf.Put(library, new Book("atoms", "Atoms"));
        var resource = Assert.Single(await Rows<Resource>()).Id;
        // Even where the import calls its part the same.
        var part = Assert.Single(await Rows<RawRecord>()).Part;
        await Keep(Note(resource, "checked", part));

        await Shelf.Put(library, new Book("atoms", "Atoms and molecules"));
        await Shelf.Put(library, new Book("atoms", "Atoms and molecules"));

        var said = (await Rows<Claim>()).Where(claim => claim.ResourceId == resource).ToList();
        Assert.Equal("checked", said.Single(claim => claim.Field == Fields.Note).Value);
        Assert.Equal("Atoms and molecules", said.Single(claim => claim.Field == Fields.Title).Value);
    }

    [Fact]
    public async Task A_record_without_claims_takes_back_what_was_said_and_stays_itself()
    {
        await Shelf.Put(library, new Book("atoms", "Atoms"));
        var resource = Assert.Single(await Rows<Resource>()).Id;
        await Keep(Note(resource, "checked"));

        await Keep(Note(resource, null));

        Assert.DoesNotContain(await Rows<Claim>(), claim => claim.Field == Fields.Note);
        Assert.Equal(
            [("decisions", 1L, true), ("decisions", 2L, false)],
            (await Rows<RawRecord>())
                .Where(raw => raw.File == "decisions")
                .OrderBy(raw => raw.Record)
                .Select(raw => (raw.File, raw.Record, raw.Superseded))
        );
    }

    [Fact]
    public async Task What_belongs_to_it_is_kept_with_it_or_neither_is()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            library.Run<KeepOwnRecord, Guid>(keep =>
                keep.Run(Remix("mix-1", "A book"), CancellationToken.None, (_, _) => throw new InvalidOperationException())
            )
        );

        Assert.Empty(await Rows<Resource>());
        Assert.Empty(await Rows<RawRecord>());
        Assert.DoesNotContain(await Rows<JobRow>(), job => job.State == JobStates.Waiting);
    }

    [Fact]
    public async Task The_same_bytes_are_not_taken_for_two_resources()
    {
        await Keep(Remix("mix-1", "A book"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Keep(Remix("mix-2", "A book")));

        Assert.Equal("mix-1", Assert.Single(await Rows<Resource>()).Identifier);
    }

    [Fact]
    public async Task Nothing_is_imported_under_the_name_of_what_is_said_here() =>
        Assert.Equal(
            "library.import.source-reserved",
            (await library.Import(library.Folder.Write("decisions.json", "{}"))).Problem?.Code
        );

    public ValueTask DisposeAsync() => library.DisposeAsync();

    private static OwnRecord Remix(string identifier, string title) =>
        new()
        {
            Source = OwnSources.Remixes,
            SourceTitle = "Remixes",
            Identifier = identifier,
            Part = "remix",
            Bytes = Encoding.UTF8.GetBytes(title),
            Rule = "remix@1",
            Claims = [new OwnClaim(Fields.Title, title, "en")],
        };

    private static OwnRecord Note(Guid resource, string? note, string part = "note") =>
        new()
        {
            Source = OwnSources.Decisions,
            SourceTitle = "Decisions",
            Resource = resource,
            Part = part,
            Bytes = Encoding.UTF8.GetBytes($"{resource} {note}"),
            Rule = "noted@1",
            Claims = note is null ? [] : [new OwnClaim(Fields.Note, note)],
        };

    private Task<Guid> Keep(OwnRecord record) =>
        library.Run<KeepOwnRecord, Guid>(keep => keep.Run(record, CancellationToken.None));

    private Task<List<T>> Rows<T>()
        where T : class => library.Run<Store, List<T>>(store => store.Set<T>().AsNoTracking().ToListAsync());

    private async Task<(int, int, int, long)> Numbers() =>
        (
            (await Rows<Resource>()).Count,
            (await Rows<Claim>()).Count,
            (await Rows<RawRecord>()).Count,
            (await Rows<Resource>()).Max(resource => resource.ChangeNumber)
        );
}
