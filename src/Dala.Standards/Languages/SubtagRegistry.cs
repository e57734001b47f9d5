using System.Text.Json;

namespace Dala.Standards.Languages;

/// <summary>The IANA language subtag registry and CLDR's likely scripts, opened at first use.</summary>
internal sealed class SubtagRegistry
{
    private static readonly Lazy<SubtagRegistry> Loaded = new(() => new SubtagRegistry());

    private SubtagRegistry()
    {
        using var json = EmbeddedData.Json("Languages/registry.json");
        var root = json.RootElement;
        Languages = Set(root, "language");
        Scripts = Set(root, "script");
        Regions = Set(root, "region");
        Variants = Set(root, "variant");
        ExtendedLanguages = Map(root, "extlang");
        PreferredLanguages = Map(root, "language-preferred");
        PreferredScripts = Map(root, "script-preferred");
        PreferredRegions = Map(root, "region-preferred");
        PreferredVariants = Map(root, "variant-preferred");
        PreferredTags = Map(root, "tag-preferred");
        Aliases = Map(root, "alias");
        SuppressScripts = Map(root, "suppress-script");
        Macrolanguages = Map(root, "macrolanguage");
        foreach (var script in root.GetProperty("likely-script").EnumerateObject())
        {
            foreach (var tag in script.Value.GetString()!.Split(' '))
                LikelyScripts[tag] = script.Name;
        }
    }

    public static SubtagRegistry Instance => Loaded.Value;

    public HashSet<string> Languages { get; }
    public HashSet<string> Scripts { get; }
    public HashSet<string> Regions { get; }
    public HashSet<string> Variants { get; }
    public Dictionary<string, string> ExtendedLanguages { get; }
    public Dictionary<string, string> PreferredLanguages { get; }
    public Dictionary<string, string> PreferredScripts { get; }
    public Dictionary<string, string> PreferredRegions { get; }
    public Dictionary<string, string> PreferredVariants { get; }
    public Dictionary<string, string> PreferredTags { get; }
    public Dictionary<string, string> Aliases { get; }
    public Dictionary<string, string> SuppressScripts { get; }
    public Dictionary<string, string> Macrolanguages { get; }
    public Dictionary<string, string> LikelyScripts { get; } = new(9000, StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Set(JsonElement root, string name) =>
        new(root.GetProperty(name).GetString()!.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Map(JsonElement root, string name) =>
        root.GetProperty(name)
            .EnumerateObject()
            .ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
}
