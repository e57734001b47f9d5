using Dala.Library.Sources;
using Dala.Platform.Jobs;
using Dala.Platform.Languages;

namespace Dala.Library.Api;

/// <summary>A source as programs see it.</summary>
public sealed record SourceJson(
    string Name,
    string Title,
    string? Url,
    string? Licence,
    string? Attribution,
    long Resources,
    RunJson? LastRun
)
{
    public static SourceJson Of(ListedSource listed) =>
        new(
            listed.Source.Name,
            listed.Source.Title,
            listed.Source.Url,
            listed.Source.Licence,
            listed.Source.Attribution,
            listed.Resources,
            listed.LastRun is { } run ? RunJson.Of(new ShownRun(listed.Source.Name, run, null)) : null
        );
}

/// <summary>All sources.</summary>
public sealed record SourcesJson(IReadOnlyList<SourceJson> Items);

/// <summary>An import: how far it is and what came of it. Counts are there once it has begun.</summary>
/// <param name="Id">The run's own id, or that of the job that waits to begin it.</param>
/// <param name="State">waiting, running, stopped, done or failed.</param>
public sealed record RunJson(
    Guid Id,
    string Source,
    string State,
    string? Mapping,
    long? Read,
    long? New,
    long? Changed,
    long? Same,
    long? Quarantined,
    long? Mended,
    long? BytesRead,
    long? BytesTotal,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt
)
{
    public static RunJson Of(ShownRun shown)
    {
        var run = shown.Run;
        // The job knows first that it waits, stopped or failed; the run knows best that it is done.
        var state = shown.Job is { State: not JobStates.Done } job ? job.State : run?.State ?? RunStates.Done;
        return new RunJson(
            run?.Id ?? shown.Job!.Id,
            shown.Source,
            state,
            run?.Mapping,
            run?.Read,
            run?.New,
            run?.Changed,
            run?.Same,
            run?.Quarantined,
            run?.Mended,
            run?.BytesRead,
            run?.BytesTotal,
            run?.StartedAt,
            run?.EndedAt
        );
    }
}

/// <summary>One page of quarantine.</summary>
public sealed record QuarantineJson(long Total, IReadOnlyList<QuarantinedJson> Items, string? Next)
{
    public static QuarantineJson Of(Quarantine quarantine, Words words, bool withBytes) =>
        new(
            quarantine.Total,
            [.. quarantine.Items.Select(entry => QuarantinedJson.Of(entry, words, withBytes))],
            quarantine.Next
        );
}

/// <summary>A record that could not be taken in.</summary>
/// <param name="Code">Why, for programs.</param>
/// <param name="Reason">Why, in the reader's language.</param>
/// <param name="Excerpt">Its first bytes in Base64, for administrators.</param>
public sealed record QuarantinedJson(
    Guid Id,
    string Source,
    Guid Run,
    string File,
    long Record,
    long? Line,
    string? Path,
    string? Field,
    string Code,
    string Reason,
    DateTimeOffset QuarantinedAt,
    byte[]? Excerpt
)
{
    public static QuarantinedJson Of(QuarantinedEntry entry, Words words, bool withBytes) =>
        new(
            entry.Record.Id,
            entry.Source,
            entry.Record.RunId,
            entry.Record.File,
            entry.Record.Record,
            entry.Record.Line,
            entry.Record.Path,
            entry.Record.Field.Length == 0 ? null : entry.Record.Field,
            entry.Record.Code,
            words.Reason(entry.Record).Value,
            entry.Record.QuarantinedAt,
            withBytes ? entry.Record.Excerpt : null
        );
}

/// <summary>What a person who types may want.</summary>
public sealed record SuggestionsJson(IReadOnlyList<SuggestionJson> Items);

/// <summary>A word, or a whole title with the resource's id.</summary>
public sealed record SuggestionJson(string Text, string? Id);
