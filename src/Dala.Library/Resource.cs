namespace Dala.Library;

/// <summary>Something a person can learn or teach with, as it is described by claims. It is one of a source's records, known there by its identifier.</summary>
public sealed class Resource
{
    public required Guid Id { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>What the source calls it; unique in the source.</summary>
    public required string Identifier { get; init; }

    /// <summary>Grows with every change in the library; the search index remembers up to which one it has followed.</summary>
    public required long ChangeNumber { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The last import that saw it, and whether it was new, changed or the same there.</summary>
    public Guid? RunId { get; set; }
    public string? RunOutcome { get; set; }
}
