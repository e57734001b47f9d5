using Dala.Platform;

namespace Dala.Library.Sources;

/// <summary>A page of quarantine with the sources to choose from, or what is wrong with the question.</summary>
public sealed record QuarantineView(
    QuarantineQuery Query,
    Quarantine? Quarantine,
    IReadOnlyDictionary<string, string> Sources,
    Problem? Problem = null
);
