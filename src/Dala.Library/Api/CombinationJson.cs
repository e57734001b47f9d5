using Dala.Library.Reuse;
using Dala.Platform.Languages;
using Dala.Standards.Licences;

namespace Dala.Library.Api;

/// <summary>What may be made of works under several licences.</summary>
public sealed record CombinationJson
{
    /// <summary>adaptation or collection.</summary>
    public required string Making { get; init; }

    public required bool Possible { get; init; }

    /// <summary>What holds, in the reader's language.</summary>
    public required string Verdict { get; init; }

    /// <summary>Each source with the rule by which it decides.</summary>
    public required IReadOnlyList<CombinedSourceJson> Sources { get; init; }

    /// <summary>The licence that is advised.</summary>
    public LicenceNameJson? Recommended { get; init; }

    /// <summary>All licences that what is made may carry, the most advisable first.</summary>
    public required IReadOnlyList<LicenceNameJson> Licences { get; init; }

    /// <summary>The places, from 0, of sources of which the licence must be found out first.</summary>
    public required IReadOnlyList<int> Asked { get; init; }

    /// <summary>The places, from 0, of sources of which the version of the licence is not stated; what is said holds whichever it is.</summary>
    public required IReadOnlyList<int> Unversioned { get; init; }

    /// <summary>What to know of them, in the reader's language.</summary>
    public string? Remark { get; init; }

    public ConflictJson? Conflict { get; init; }

    /// <summary>That this is no legal advice.</summary>
    public required string Notice { get; init; }

    public static CombinationJson Of(Combined combined, Words words)
    {
        var (readings, combination) = combined;
        var text = CombinationText.Of(combination, [.. readings.Select(reading => reading.Licence?.Label ?? reading.Raw)], words);
        return new CombinationJson
        {
            Making = combination.Making == Standards.Licences.Making.Collection ? "collection" : "adaptation",
            Possible = combination.IsPossible,
            Verdict = text.Verdict.Value,
            Sources =
            [
                .. readings.Select(
                    (reading, place) =>
                        new CombinedSourceJson(
                            RecognisedJson.Of(reading, words),
                            combination.Rules[place]?.Id,
                            combination.Rules[place]?.Source
                        )
                ),
            ],
            Recommended = combination.Recommended is { } advised ? LicenceNameJson.Of(advised) : null,
            Licences = [.. combination.Possible.Select(LicenceNameJson.Of)],
            Asked = combination.Asked,
            Unversioned = combination.Unversioned,
            Remark = text.Remark?.Value,
            Conflict = combination.Conflict is { } conflict
                ? new ConflictJson(
                    conflict.Kind.ToString(),
                    conflict.Sources,
                    conflict.LeaveOut,
                    conflict.AsCollection,
                    [.. text.WaysOut.Select(way => way.Value)]
                )
                : null,
            Notice = text.Notice.Value,
        };
    }
}

/// <summary>A source, how its licence was read, and the rule by which it decides with where that stands.</summary>
public sealed record CombinedSourceJson(RecognisedJson Licence, string? Rule, string? RuleSource);

/// <summary>A licence by its address and its short name.</summary>
public sealed record LicenceNameJson(string Uri, string Label)
{
    public static LicenceNameJson Of(Licence licence) => new(licence.Uri, licence.Label);
}

/// <summary>The fewest sources, by their places from 0, that cannot go together.</summary>
/// <param name="Kind">NoDerivatives, Restricted, DeadEnd, ShareAlikeAgainstNonCommercial, TwoShareAlikes or NoCommonLicence.</param>
/// <param name="LeaveOut">Those of them without which the rest goes together.</param>
/// <param name="AsCollection">Whether all may stand beside each other unchanged.</param>
/// <param name="WaysOut">What can be done, in the reader's language.</param>
public sealed record ConflictJson(
    string Kind,
    IReadOnlyList<int> Sources,
    IReadOnlyList<int> LeaveOut,
    bool AsCollection,
    IReadOnlyList<string> WaysOut
);
