using Dala.Platform;

namespace Dala.Library.Sources;

/// <summary>A source's page, and why something that was asked of it could not be done.</summary>
public sealed record SourceView(ShownSource Shown, Problem? Problem = null);
