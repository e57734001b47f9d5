using Dala.Platform.Languages;
using Dala.Standards.Licences;

namespace Dala.Library.Reuse;

/// <summary>What may become of several works, in sentences for a teacher.</summary>
/// <param name="Verdict">What holds, in one sentence.</param>
/// <param name="WaysOut">What can be done where it cannot be.</param>
/// <param name="Remark">What is not known of the works although it makes no difference here; null where there is nothing.</param>
/// <param name="Notice">That this is no legal advice.</param>
public sealed record CombinationText(Text Verdict, IReadOnlyList<Text> WaysOut, Text Notice, Text? Remark = null)
{
    /// <summary>Says it.</summary>
    /// <param name="names">What each source is called, in the order in which they were given.</param>
    public static CombinationText Of(Combination combination, IReadOnlyList<string> names, Words words)
    {
        var notice = words["library.reuse.no-advice"];
        if (combination.Conflict is { } conflict)
            return new CombinationText(
                words[KeyOf(conflict.Kind), ("works", Listed(conflict.Sources))],
                WaysOutOf(conflict, names, words),
                notice
            );
        if (combination.Asked.Count > 0)
            return new CombinationText(words["library.reuse.asked", ("works", Listed(combination.Asked))], [], notice);
        if (combination.Recommended is not { } licence)
            return new CombinationText(words["library.reuse.nothing"], [], notice);

        var key =
            combination.Making == Making.Adaptation ? "library.reuse.possible"
            : licence.Permissions.NonCommercial ? "library.reuse.possible.collection-noncommercial"
            : "library.reuse.possible.collection";
        Text? remark =
            combination.Unversioned.Count == 0
                ? null
                : words["library.reuse.any-version", ("works", Listed(combination.Unversioned))];
        return new CombinationText(words[key, ("licence", licence.Label)], [], notice, remark);

        string Listed(IEnumerable<int> places) => words.List(places.Select(place => names[place]));
    }

    private static List<Text> WaysOutOf(Conflict conflict, IReadOnlyList<string> names, Words words)
    {
        var ways = conflict.LeaveOut.Select(place => words["library.reuse.way.leave-out", ("work", names[place])]).ToList();
        if (conflict.AsCollection)
            ways.Add(words["library.reuse.way.collection"]);
        ways.AddRange(conflict.Sources.Select(place => words["library.reuse.way.ask", ("work", names[place])]));
        ways.Add(words["library.reuse.way.link"]);
        return ways;
    }

    /// <summary>The key of the sentence that says what stands against it.</summary>
    public static string KeyOf(ConflictKind kind) =>
        "library.reuse.conflict."
        + kind switch
        {
            ConflictKind.NoDerivatives => "no-derivatives",
            ConflictKind.Restricted => "restricted",
            ConflictKind.DeadEnd => "dead-end",
            ConflictKind.ShareAlikeAgainstNonCommercial => "share-alike-noncommercial",
            ConflictKind.TwoShareAlikes => "two-share-alikes",
            _ => "no-common-licence",
        };
}
