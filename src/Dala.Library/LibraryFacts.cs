namespace Dala.Library;

/// <summary>An import has come to its end.</summary>
public sealed record ImportEnded(Guid Run, long New, long Changed, long Quarantined);
