using Dala.Library.Importing;
using Dala.Platform;

namespace Dala.Library.Sources;

/// <summary>Shows what the mapping would make of files that were sent, and keeps nothing.</summary>
public sealed class PreviewOrder(PreviewImport preview)
{
    /// <summary>Records of each file.</summary>
    private const int Count = 20;

    public Outcome<IReadOnlyList<PreviewedRecord>> Run(ImportOrder order, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.Import.Allows(actor))
            return LibraryProblems.SignInToImport;
        // A preview keeps nothing, so it needs no name to keep it under.
        if (StartImport.Wrong(order with { Source = "preview" }) is { } problem)
            return problem;
        return preview.Run(
            order.Mapping!,
            [.. order.Files.Select(file => new ImportFile(StartImport.NameOf(file), file.Length, "", file.Open))],
            Count,
            ct
        );
    }
}
