using Dala.Platform;
using Dala.Standards.Licences;

namespace Dala.Library.Reuse;

/// <summary>What may be made of works under these licences, each named by an address, an SPDX id or a label.</summary>
public static class CombineLicences
{
    /// <summary>Works at once; more than any book has.</summary>
    public const int MostSources = 200;

    public const string Adaptation = "adaptation";
    public const string Collection = "collection";

    /// <summary>Reads the statements and combines what they name.</summary>
    /// <param name="making"><c>adaptation</c> or <c>collection</c>; null for an adaptation.</param>
    public static Outcome<Combined> Run(IReadOnlyList<string> statements, string? making)
    {
        if (statements.Count is 0 or > MostSources)
            return new Problem(ProblemKind.Invalid, "library.reuse.bad-request")
            {
                Faults = [new Fault("/licence", "library.reuse.bad-sources", MostSources)],
            };
        if (making is not (null or Adaptation or Collection))
            return new Problem(ProblemKind.Invalid, "library.reuse.bad-request")
            {
                Faults = [new Fault("/making", "library.reuse.bad-making", making)],
            };
        var readings = statements.Select(Licences.Recognise).ToList();
        var combination = Compatibility.Of(
            [.. readings.Select(StatedLicence.Of)],
            making == Collection ? Making.Collection : Making.Adaptation
        );
        return new Combined(readings, combination);
    }
}

/// <summary>How each statement was read, and what may be made of all.</summary>
public sealed record Combined(IReadOnlyList<LicenceReading> Readings, Combination Combination);
