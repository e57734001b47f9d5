using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Dala.Standards.Licences;

/// <summary>A rule by which a source decides what may be made of it.</summary>
/// <param name="Id">Its name, as in compatibility.json.</param>
/// <param name="Source">Where it stands.</param>
public sealed record CompatibilityRule(string Id, string Source);

/// <summary>
/// Which licences what is made from a source may carry, source by source: read from what the source's licence permits, requires and prohibits, and from the
/// agreements between licences in compatibility.json (domain research, 8.3).
/// </summary>
internal sealed class CompatibilityRules
{
    public const string Igo = "igo";

    private static readonly Lazy<CompatibilityRules> Loaded = new(() => new CompatibilityRules());

    private readonly FrozenDictionary<string, CompatibilityRule> _rules;
    private readonly Dictionary<Licence, HashSet<Licence>> _into = [];
    private readonly ConcurrentDictionary<(StatedLicence, Making), (CompatibilityRule Rule, LicenceSet Results)?> _known = new();

    private CompatibilityRules()
    {
        using var json = EmbeddedData.Json("Licences/compatibility.json");
        _rules = json
            .RootElement.GetProperty("rules")
            .EnumerateArray()
            .Select(rule => new CompatibilityRule(rule.GetProperty("id").GetString()!, rule.GetProperty("source").GetString()!))
            .ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
        foreach (var agreement in json.RootElement.GetProperty("into").EnumerateArray())
        {
            var to = Named(agreement, "to").ToList();
            foreach (var from in Named(agreement, "from"))
            {
                if (!_into.TryGetValue(from, out var known))
                    _into.Add(from, known = []);
                known.UnionWith(to);
            }
        }
    }

    public static CompatibilityRules Instance => Loaded.Value;

    /// <summary>The licences that what is made from a source may carry, and the rule that says so; null where somebody has to be asked first.</summary>
    public (CompatibilityRule Rule, LicenceSet Results)? Of(StatedLicence source, Making making) =>
        _known.GetOrAdd((source, making), static (asked, rules) => rules.Decide(asked.Item1, asked.Item2), this);

    private (CompatibilityRule, LicenceSet)? Decide(StatedLicence source, Making making)
    {
        if (source.Exact is { } exact)
            return Decide(exact, making);
        var each = source.Candidates.Select(licence => Decide(licence, making)).ToList();
        if (each.Count == 0)
            return null;
        var every = each.Skip(1).Aggregate(each[0].Results, (results, one) => results.And(one.Results));
        // Some versions would allow something, but no result is right for all of them: it depends on the version, which nobody stated.
        if (every.IsEmpty && each.Exists(one => !one.Results.IsEmpty))
            return null;
        return (each.TrueForAll(one => one.Rule == each[0].Rule) ? each[0].Rule : _rules["any-version"], every);
    }

    private (CompatibilityRule Rule, LicenceSet Results) Decide(Licence source, Making making)
    {
        var (id, allows) = making == Making.Collection ? InCollection(source) : InAdaptation(source);
        var results = ResultLicences.All;
        return (_rules[id], LicenceSet.Of(results.Count, place => allows(results[place])));
    }

    private static (string Rule, Func<Licence, bool> Allows) InCollection(Licence source) =>
        Permissions.IsRestricted(source) ? ("restricted", _ => false)
        : IsNonCommercial(source) ? ("collection-noncommercial", IsNonCommercial)
        : ("collection", _ => true);

    private (string Rule, Func<Licence, bool> Allows) InAdaptation(Licence source)
    {
        if (Permissions.IsRestricted(source))
            return ("restricted", _ => false);
        if (!source.Permits.Contains("DerivativeWorks"))
            return ("no-derivatives", _ => false);
        if (source.Requires.Contains("ShareAlike"))
            return source.IsCreativeCommons
                ? ShareAlike(source)
                : ("copyleft", result => result == source || Into(source, result));
        if (source.Requires.Count == 0 && source.Prohibits.Count == 0)
            return ("public-domain", _ => true);

        var rule =
            IsNonCommercial(source) ? "noncommercial"
            : source.Requires.Contains("Attribution") ? "attribution"
            : "notice";
        return (rule, result => result == source || Into(source, result) || IsAdapters(source, result));
    }

    // An adapter's licence of Creative Commons may ask for more than the source does, never for less.
    private static bool IsAdapters(Licence source, Licence result) =>
        result is { IsCreativeCommons: true, Jurisdiction: not Igo }
        && result.Requires.Contains("Attribution")
        && (!IsNonCommercial(source) || IsNonCommercial(result));

    private (string Rule, Func<Licence, bool> Allows) ShareAlike(Licence source)
    {
        // Version 1.0 knows no later versions.
        if (string.Equals(source.Version, "1.0", StringComparison.Ordinal))
            return ("share-alike-only-itself", result => result == source);
        var rule =
            source.Jurisdiction == Igo ? "share-alike-igo"
            : string.CompareOrdinal(source.Version, "4.0") >= 0 ? "share-alike-current"
            : "share-alike-later";
        var sameElements = Licences.All.Where(result => HasSameElements(source, result)).ToList();
        // What may become version 4.0 may become what version 4.0 may.
        return (rule, result => HasSameElements(source, result) || sameElements.Exists(later => Into(later, result)));
    }

    private static bool HasSameElements(Licence source, Licence result) =>
        string.Equals(source.Unit, result.Unit, StringComparison.Ordinal)
        && string.CompareOrdinal(result.Version, source.Version) >= 0
        && (result.Jurisdiction != Igo || source.Jurisdiction == Igo);

    private bool Into(Licence source, Licence result) => _into.TryGetValue(source, out var known) && known.Contains(result);

    private static bool IsNonCommercial(Licence licence) => licence.Prohibits.Contains("CommercialUse");

    private static IEnumerable<Licence> Named(JsonElement agreement, string name) =>
        agreement
            .GetProperty(name)
            .EnumerateArray()
            .Select(id =>
                Licences.Recognise(id.GetString()).Licence
                ?? throw new InvalidOperationException($"compatibility.json names no known licence: {id}.")
            );
}
