using Dala.Library.Lineage;
using Dala.Platform.Data;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Lineage;

/// <summary>"The source has changed since": when it is said, and when it must not be.</summary>
public sealed class RevisionTests
{
    private static readonly Work Source = new("source") { Description = "First." };
    private static readonly Work Changed = Source with { Description = "Second." };
    private static readonly Work Made = new("made") { BasedOn = ["source"], Description = "First." };

    [Fact]
    public async Task A_source_that_changes_after_an_adaptation_was_made_from_it_is_told_on_the_adaptation()
    {
        await using var library = new TestLibrary();
        await Take(library, Source, Made);
        Assert.Null(await ChangedSince(library));

        await Take(library, Changed, Made);

        Assert.Equal(library.Time.GetUtcNow(), await ChangedSince(library));
        Assert.Null(library.Services.GetRequiredService<FindLineage>().Summary(await library.Id("source")).SourceChangedAt);
    }

    [Fact]
    public async Task Saving_the_adaptation_again_does_not_bring_it_up_to_its_source()
    {
        await using var library = new TestLibrary();
        await Take(library, Source, Made);
        await Take(library, Changed, Made);
        var changed = library.Time.GetUtcNow();

        await Take(library, Changed, Made with { Description = "A word mended." });

        Assert.Equal(changed, await ChangedSince(library));
    }

    [Fact]
    public async Task The_same_bytes_again_are_no_change()
    {
        await using var library = new TestLibrary();
        await Take(library, Source, Made);

        await Take(library, Source, Made);
        await Take(library, Source, Made, new Work("another"));

        Assert.Null(await ChangedSince(library));
    }

    [Fact]
    public async Task The_same_record_read_by_a_newer_mapping_is_no_change()
    {
        await using var library = new TestLibrary();
        await Take(library, Source, Made);
        await library.Run<Store, int>(store =>
            store.Set<RawRecord>().ExecuteUpdateAsync(set => set.SetProperty(raw => raw.Mapping, "amb@0"))
        );

        await Take(library, Source, Made);

        Assert.Null(await ChangedSince(library));
        Assert.Equal(
            library.Time.GetUtcNow(),
            await library.Run<Store, DateTimeOffset>(async store =>
                (await store.Set<Resource>().SingleAsync(resource => resource.Identifier == Works.Site + "source")).ChangedAt
            )
        );
    }

    [Fact]
    public async Task A_source_that_comes_into_the_library_after_what_was_made_from_it_has_not_changed()
    {
        await using var library = new TestLibrary();
        await Take(library, Made);

        await Take(library, Made, Source);

        Assert.Null(await ChangedSince(library));
    }

    [Fact]
    public async Task What_is_made_from_the_new_text_in_the_very_import_that_brings_it_is_up_to_date()
    {
        await using var library = new TestLibrary();
        await Take(library, Source);

        // Before the source and behind it in the file.
        await Take(library, Made, Changed, new Work("other") { BasedOn = ["source"] });

        Assert.Null(await ChangedSince(library));
        Assert.Null(library.Services.GetRequiredService<FindLineage>().Summary(await library.Id("other")).SourceChangedAt);
    }

    [Fact]
    public async Task A_claim_that_names_the_state_it_was_made_from_is_held_against_that_state_and_not_its_date()
    {
        await using var library = new TestLibrary();
        await Take(library, Source, Made);
        await Take(library, Changed, Made);
        var source = await library.Id("source");

        // The adapter looked at the source as it is now, and in the second case as it was before.
        await Mark(library, source, await Number(library, source));
        Assert.Null(await ChangedSince(library));
        await Mark(library, source, await Number(library, source) - 1);
        Assert.NotNull(await ChangedSince(library));
    }

    private static async Task Take(TestLibrary library, params Work[] works)
    {
        library.Time.Pass(TimeSpan.FromDays(1));
        await library.Take(works);
    }

    private static async Task<DateTimeOffset?> ChangedSince(TestLibrary library)
    {
        var id = await library.Id("made");
        var lineage = library.Services.GetRequiredService<FindLineage>();
        var told = lineage.Summary(id).SourceChangedAt;
        // The page of the lineage says the same as the notice.
        Assert.Equal(told, lineage.Run(id.ToString(), "en").Value.Edges.Max(edge => edge.SourceChangedAt));
        return told;
    }

    private static Task<long> Number(TestLibrary library, Guid id) =>
        library.Run<Store, long>(async store =>
            (await store.Set<Resource>().SingleAsync(resource => resource.Id == id)).ChangeNumber
        );

    private static Task<int> Mark(TestLibrary library, Guid source, long number) =>
        library.Run<Store, int>(store =>
            store
                .Set<Claim>()
                .Where(claim => claim.Field == Fields.BasedOn)
                .ExecuteUpdateAsync(set => set.SetProperty(claim => claim.RawValue, Revision.Mark(source, number)))
        );
}
