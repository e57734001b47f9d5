namespace Dala.Standards.Tests.Licences;

/// <summary>
/// The rules of combining works once more, as tables from the domain research (8.3) and the chart of Creative Commons, to compare the program with. It knows
/// names only: nothing of it is shared with the program.
/// </summary>
internal static class RemixOracle
{
    private const string Fal = "LAL-1.3";
    private const string Gpl = "GPL-3.0";

    private static readonly string[] Versions = ["1.0", "2.0", "2.5", "3.0", "3.0 igo", "4.0"];
    private static readonly string[] Units = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"];

    // What an adaptation of each unit may carry, whatever the version; ShareAlike is below.
    private static readonly Dictionary<string, string[]> AdaptersUnits = new(StringComparer.Ordinal)
    {
        ["by"] = ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"],
        ["by-nc"] = ["by-nc", "by-nc-sa", "by-nc-nd"],
        ["by-nd"] = [],
        ["by-nc-nd"] = [],
    };

    private static readonly Dictionary<string, string[]> ShareAlikeVersions = new(StringComparer.Ordinal)
    {
        ["1.0"] = ["1.0"],
        ["2.0"] = ["2.0", "2.5", "3.0", "4.0"],
        ["2.5"] = ["2.5", "3.0", "4.0"],
        ["3.0"] = ["3.0", "4.0"],
        ["3.0 igo"] = ["3.0", "3.0 igo", "4.0"],
        ["4.0"] = ["4.0"],
    };

    /// <summary>Sources by name: <c>by-sa 3.0 igo</c>, <c>zero 1.0</c>, <c>mark 1.0</c>.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    ["zero 1.0", "mark 1.0", .. Units.SelectMany(unit => Versions.Select(version => $"{unit} {version}"))];

    /// <summary>What a result may be called; other licences are outside of the tables.</summary>
    public static IReadOnlyList<string> Results { get; } = [.. Sources.Where(name => name != "mark 1.0"), Fal, Gpl];

    public static HashSet<string> Adaptation(params string[] sources) => Together(sources, AdaptationOf);

    public static HashSet<string> Collection(params string[] sources) =>
        Together(sources, source => [.. Results.Where(result => !IsNc(source) || IsNc(result))]);

    private static HashSet<string> Together(string[] sources, Func<string, HashSet<string>> of)
    {
        var together = of(sources[0]);
        foreach (var source in sources[1..])
            together.IntersectWith(of(source));
        return together;
    }

    private static HashSet<string> AdaptationOf(string source)
    {
        var (unit, version) = (source.Split(' ', 2)[0], source.Split(' ', 2)[1]);
        if (unit is "zero" or "mark")
            return [.. Results];
        if (unit is "by-sa" or "by-nc-sa")
        {
            HashSet<string> alike = [.. ShareAlikeVersions[version].Select(later => $"{unit} {later}")];
            // Only BY-SA has compatible licences outside, and only from version 4.0 on, which all but 1.0 may become.
            if (unit == "by-sa" && version != "1.0")
                alike.UnionWith([Fal, Gpl]);
            return alike;
        }

        // Licences for intergovernmental organisations are not offered to others, but what has one may keep it.
        HashSet<string> results =
        [
            .. from adapter in AdaptersUnits[unit] from other in Versions where other != "3.0 igo" select $"{adapter} {other}",
        ];
        if (AdaptersUnits[unit].Length > 0)
            results.Add(source);
        // The Free Software Foundation says so of this version alone.
        if (source == "by 4.0")
            results.Add(Gpl);
        return results;
    }

    private static bool IsNc(string name) => name.Contains("-nc", StringComparison.Ordinal);
}
