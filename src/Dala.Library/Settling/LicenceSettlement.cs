using System.Text.Json;
using Dala.Library.Api;

namespace Dala.Library.Settling;

/// <summary>What a librarian decided about a licence on which sources disagree: the record that is kept, byte for byte, and shown with its reason.</summary>
public sealed record LicenceSettlement
{
    public required Guid Resource { get; init; }

    /// <summary>One of <see cref="SettlementRules"/>.</summary>
    public required string Rule { get; init; }
    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>The licence that was chosen, where it is known exactly.</summary>
    public string? Licence { get; init; }

    /// <summary>The statement that was chosen, as the source has it.</summary>
    public string? Statement { get; init; }

    /// <summary>None where an earlier decision was taken back.</summary>
    public string? Reason { get; init; }

    /// <summary>Everything that was said when it was decided.</summary>
    public IReadOnlyList<WeighedStatement> Statements { get; init; } = [];

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, LibraryJson.Options);

    public static LicenceSettlement Of(byte[] bytes) =>
        JsonSerializer.Deserialize<LicenceSettlement>(bytes, LibraryJson.Options)!;
}

/// <summary>What one source said about the licence.</summary>
/// <param name="Source">The short name of the source.</param>
/// <param name="Licence">The licence, where the statement names one exactly.</param>
/// <param name="Rule">Mapping, its version and the rule that made the claim.</param>
public sealed record WeighedStatement(string Source, string Statement, string? Licence, string Rule, DateTimeOffset ClaimedAt);
