using Dala.Library.Api;
using Dala.Library.Showing;
using Dala.Library.Sources;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Jobs;
using Dala.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Sources;

public sealed class ImportOrdersTests : IAsyncDisposable
{
    private readonly TestLibrary library = new();

    public ValueTask DisposeAsync() => library.DisposeAsync();

    [Fact]
    public async Task A_stranger_cannot_import_stop_or_resume()
    {
        Assert.Equal(LibraryProblems.SignInToImport, (await Start(Order(), Actor.Anonymous)).Problem);
        Assert.Equal(LibraryProblems.SignInToImport, (await Stop(Actor.Anonymous)).Problem);
        Assert.Equal(LibraryProblems.SignInToImport, (await Resume(Actor.Anonymous)).Problem);
        Assert.Equal(0, await Jobs());
    }

    [Fact]
    public async Task What_was_sent_is_imported_by_a_job_and_its_progress_is_found_by_the_id_of_the_job()
    {
        var job = (await Start(Order(), Actor.Administrator)).Value;
        Assert.Equal("waiting", RunJson.Of(await Shown(job)).State);

        await library.Services.GetRequiredService<JobRunner>().RunWaiting(CancellationToken.None);

        var run = RunJson.Of(await Shown(job));
        Assert.Equal(("mit", "done", 10L, 0L), (run.Source, run.State, run.New!.Value, run.Quarantined!.Value));
        var listed = Assert.Single(
            await library.Run<ListSources, IReadOnlyList<ListedSource>>(list => list.Run(CancellationToken.None))
        );
        Assert.Equal(("mit", 10L, run.Id), (listed.Source.Name, listed.Resources, listed.LastRun!.Id));
    }

    [Fact]
    public async Task An_import_that_waits_can_be_stopped_and_resumed_once_each()
    {
        await Start(Order(), Actor.Administrator);

        Assert.Equal(JobStates.Stopped, (await Stop(Actor.Administrator)).Value.State);
        Assert.Equal(LibraryProblems.NothingToStop, (await Stop(Actor.Administrator)).Problem);
        Assert.Equal(JobStates.Waiting, (await Resume(Actor.Administrator)).Value.State);
        Assert.Equal(LibraryProblems.NothingToResume, (await Resume(Actor.Administrator)).Problem);
    }

    [Fact]
    public async Task The_export_holds_every_claim_and_what_no_field_has_a_place_for()
    {
        await Start(Order(), Actor.Administrator);
        await library.Services.GetRequiredService<JobRunner>().RunWaiting(CancellationToken.None);

        var exported = await library.Run<ExportResources, List<ExportedResource>>(export =>
            export.Run(CancellationToken.None).ToListAsync().AsTask()
        );

        var claims = await library.Run<Store, List<Claim>>(store => store.Set<Claim>().ToListAsync());
        Assert.Equal(
            claims
                .Where(claim => claim.Field != Fields.Other)
                .Select(claim => (claim.ResourceId, claim.Field, claim.Value))
                .Order(),
            exported.SelectMany(resource => resource.Claims.Select(claim => (resource.Id, claim.Field, claim.Value))).Order()
        );
        Assert.Equal(
            claims.Where(claim => claim.Field == Fields.Other).Select(claim => (claim.ResourceId, claim.Value)).Order(),
            exported.SelectMany(resource => resource.Other!.Select(other => (resource.Id, other.Fields.GetRawText()))).Order()
        );
        Assert.All(
            exported,
            resource =>
                Assert.Equal(
                    resource.Claims.Select(claim => claim.Record).Distinct(),
                    resource.Records.Select(record => record.Id)
                )
        );
        var first = Assert.Single(
            await library.Run<Sitemap, IReadOnlyList<Guid>>(sitemap => sitemap.Parts(CancellationToken.None))
        );
        Assert.Equal(
            exported.Select(resource => resource.Id),
            await library.Run<Sitemap, List<Guid>>(sitemap =>
                sitemap.Part(first, CancellationToken.None).Select(entry => entry.Id).ToListAsync().AsTask()
            )
        );
    }

    [Fact]
    public async Task A_raw_record_comes_out_byte_for_byte_and_only_with_its_own_resource()
    {
        await Start(Order(), Actor.Administrator);
        await library.Services.GetRequiredService<JobRunner>().RunWaiting(CancellationToken.None);
        var raw = await library.Run<Store, RawRecord>(store => store.Set<RawRecord>().OrderBy(record => record.Id).FirstAsync());

        var given = await Raw(raw.ResourceId.ToString()!, raw.Id.ToString());

        Assert.Equal(raw.Bytes, given.Value.Bytes);
        Assert.Equal(404, (await Raw(Guid.CreateVersion7().ToString(), raw.Id.ToString())).Problem!.Status());
    }

    [Fact]
    public async Task Quarantine_is_listed_by_source_page_by_page_with_reasons_in_words()
    {
        var file = library.Folder.At("broken.json");
        await File.WriteAllTextAsync(file, "[{}, {\"id\": 1}, {\"name\": \"x\"}]");
        await library.Import("amb", file);

        var first = await Quarantined(new QuarantineQuery { Source = "amb", Size = 2 });
        var second = await Quarantined(
            new QuarantineQuery
            {
                Source = "amb",
                Size = 2,
                After = first.Value.Next,
            }
        );

        var all = await Quarantined(new QuarantineQuery());
        Assert.Equal(
            all.Value.Items.Select(item => item.Record.Id),
            first.Value.Items.Concat(second.Value.Items).Select(item => item.Record.Id)
        );
        Assert.Equal((3L, 2, 1), (first.Value.Total, first.Value.Items.Count, second.Value.Items.Count));
        Assert.All(
            all.Value.Items,
            item => Assert.StartsWith("The record does not follow the AMB profile.", English.Words.Reason(item.Record).Value)
        );
        Assert.Equal(LibraryProblems.BadCursor, (await Quarantined(new QuarantineQuery { After = "x" })).Problem);
        Assert.Equal(404, (await Quarantined(new QuarantineQuery { Source = "nobody" })).Problem!.Status());
    }

    private static ImportOrder Order()
    {
        var path = SharedData.At("mit-ocw-samples");
        var file = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).First();
        return new ImportOrder
        {
            Source = "mit",
            Mapping = "mit-ocw-samples",
            Files = [new SentFile(Path.GetFileName(file), new FileInfo(file).Length, () => File.OpenRead(file))],
        };
    }

    private Task<Outcome<JobRow>> Start(ImportOrder order, Actor actor) =>
        library.Run<StartImport, Outcome<JobRow>>(start => start.Run(order, actor, CancellationToken.None));

    private Task<Outcome<JobRow>> Stop(Actor actor) =>
        library.Run<StopImport, Outcome<JobRow>>(stop => stop.Run("mit", actor, CancellationToken.None));

    private Task<Outcome<JobRow>> Resume(Actor actor) =>
        library.Run<ResumeImport, Outcome<JobRow>>(resume => resume.Run("mit", actor, CancellationToken.None));

    private async Task<ShownRun> Shown(JobRow job) =>
        (await library.Run<ShowRun, Outcome<ShownRun>>(show => show.Run(job.Id.ToString(), CancellationToken.None))).Value;

    private Task<Outcome<RawBytes>> Raw(string resource, string record) =>
        library.Run<ShowRawRecord, Outcome<RawBytes>>(show => show.Run(resource, record, CancellationToken.None));

    private Task<Outcome<Quarantine>> Quarantined(QuarantineQuery query) =>
        library.Run<ListQuarantine, Outcome<Quarantine>>(list => list.Run(query, CancellationToken.None));

    private Task<int> Jobs() => library.Run<Store, int>(store => store.Set<JobRow>().CountAsync());
}
