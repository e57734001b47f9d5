using System.Text.Json;

namespace Dala.Standards.Licences;

/// <summary>All known licences, from the two data files beside this one, by every name that is exact.</summary>
internal sealed class LicenceRegister
{
    /// <summary>A longer one says more than whose the copyright is.</summary>
    private const int LongestCopyrightLine = 120;

    private static readonly Lazy<LicenceRegister> Loaded = new(() => new LicenceRegister());

    private readonly Dictionary<string, Licence> byCcPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Licence> bySpdx = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Licence> byLabel = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Licence> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> familyByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> reasonByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Licence>> families = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> vocabularies = [];
    private readonly List<string> copyrightMarks = [];
    private readonly List<string> permissionWords = [];

    private LicenceRegister()
    {
        ReadCreativeCommons();
        ReadOthers();
        Phrases = LabelPhrases.Read(All);
    }

    public static LicenceRegister Instance => Loaded.Value;

    public List<Licence> All { get; } = [];

    /// <summary>Of which names of Creative Commons licences are made.</summary>
    public PhraseTree Phrases { get; }

    /// <summary>By the path of the address: <c>licenses/by-sa/3.0/igo</c>.</summary>
    public Licence? ByCcPath(ReadOnlySpan<char> path) =>
        byCcPath.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path, out var licence) ? licence : null;

    public Licence? BySpdx(string id) => bySpdx.GetValueOrDefault(id);

    /// <summary>By the short name as it is written here; other ways of writing it are read word by word.</summary>
    public Licence? ByLabel(string label) => byLabel.GetValueOrDefault(label);

    public Licence? ByName(string key) => byName.GetValueOrDefault(key);

    public string? FamilyByName(string key) => familyByName.GetValueOrDefault(key);

    public string? ReasonByName(string key) => reasonByName.GetValueOrDefault(key);

    public IReadOnlyList<Licence> Family(string unit) => families.TryGetValue(unit, out var members) ? members : [];

    /// <summary>What an address in somebody's list of licences calls it: the SPDX id, the end of a classification's term.</summary>
    public string? NameInVocabulary(string address)
    {
        foreach (var vocabulary in vocabularies)
        {
            var at = address.IndexOf(vocabulary, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var name = address[(at + vocabulary.Length)..].TrimEnd('/');
            foreach (var ending in new[] { ".html", ".json", ".txt", ".jsonld" })
            {
                if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    return name[..^ending.Length];
            }

            return name;
        }

        return null;
    }

    /// <summary>Nothing but whose copyright it is: "© 2010 Somebody".</summary>
    public bool IsCopyrightLine(string statement, string key) =>
        statement.Length <= LongestCopyrightLine
        && copyrightMarks.Exists(mark => statement.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
        && !permissionWords.Exists(word => key.Contains(word, StringComparison.Ordinal));

    /// <summary>Version 1.0 wrote by-nd-nc; it is the same kind of licence as by-nc-nd.</summary>
    public static string FamilyOf(string unit) =>
        unit switch
        {
            "by-nd-nc" => "by-nc-nd",
            "nd-nc" => "nc-nd",
            _ => unit,
        };

    private void Add(Licence licence)
    {
        All.Add(licence);
        if (licence.Spdx is { } spdx)
            bySpdx.Add(spdx, licence);
        var family = FamilyOf(licence.Unit);
        if (!families.TryGetValue(family, out var members))
            families.Add(family, members = []);
        members.Add(licence);
    }

    private void ReadCreativeCommons()
    {
        using var json = EmbeddedData.Json("Licences/creative-commons.json");
        var names = Table(json.RootElement.GetProperty("names"));
        var places = Table(json.RootElement.GetProperty("places"));
        foreach (var entry in json.RootElement.GetProperty("licences").EnumerateArray())
        {
            var uri = entry.GetProperty("uri").GetString()!;
            var path = uri["https://creativecommons.org/".Length..].TrimEnd('/');
            var parts = path.Split('/');
            var version = parts.Length > 2 ? parts[2] : null;
            var jurisdiction = parts.Length > 3 ? parts[3] : null;
            var odd = entry.TryGetProperty("titles", out var titles) ? Map(titles) : [];
            var licence = new Licence(() => Titles(names, places, odd, parts[1], version, jurisdiction))
            {
                Uri = uri,
                Unit = parts[1],
                Version = version,
                Jurisdiction = jurisdiction,
                Permits = Words(entry, "permits"),
                Requires = Words(entry, "requires"),
                Prohibits = Words(entry, "prohibits"),
                Deprecated = entry.TryGetProperty("deprecated", out var day) ? DateOnly.FromDateTime(day.GetDateTime()) : null,
                Spdx = entry.TryGetProperty("spdx", out var spdx) ? spdx.GetString() : null,
                Label = CcLabel.Of(parts[1], version, jurisdiction),
            };
            Add(licence);
            byCcPath.Add(path, licence);
            // Names of programs' licences belong to those who wrote them.
            if (parts[1] is "zero" or "mark" || parts[1].StartsWith("by", StringComparison.Ordinal))
                byLabel.Add(licence.Label, licence);
        }
    }

    private void ReadOthers()
    {
        using var json = EmbeddedData.Json("Licences/other-licences.json");
        var permits = Words(json.RootElement, "permits");
        foreach (var entry in json.RootElement.GetProperty("licences").EnumerateArray())
        {
            var label = entry.GetProperty("label").GetString()!;
            var licence = new Licence(() => new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = label })
            {
                Uri = entry.GetProperty("uri").GetString()!,
                Unit = entry.GetProperty("unit").GetString()!,
                Version = entry.TryGetProperty("version", out var version) ? version.GetString() : null,
                Permits = permits,
                Requires = Words(entry, "requires"),
                Prohibits = [],
                Spdx = entry.GetProperty("spdx").GetString(),
                Label = label,
            };
            Add(licence);
            byName[LicenceNames.Key(licence.Uri)] = licence;
            byName[LicenceNames.Key(label)] = licence;
            foreach (var also in Strings(entry, "also"))
                byName[LicenceNames.Key(also)] = licence;
            // "only" and "or later" differ for who relicenses, not for who uses.
            foreach (var id in Strings(entry, "ids"))
                bySpdx.Add(id, licence);
        }

        foreach (var entry in json.RootElement.GetProperty("families").EnumerateArray())
        {
            foreach (var label in Strings(entry, "labels"))
                familyByName[LicenceNames.Key(label)] = entry.GetProperty("unit").GetString()!;
        }

        vocabularies.AddRange(Strings(json.RootElement, "vocabularies"));
        copyrightMarks.AddRange(Strings(json.RootElement, "copyrightMarks"));
        permissionWords.AddRange(Strings(json.RootElement, "permissionWords"));
        foreach (var entry in json.RootElement.GetProperty("statements").EnumerateArray())
        {
            foreach (var label in Strings(entry, "labels"))
                reasonByName[LicenceNames.Key(label)] = "standards.licence.reason." + entry.GetProperty("reason").GetString();
        }
    }

    private static Dictionary<string, string> Titles(
        Dictionary<string, Dictionary<string, string>> names,
        Dictionary<string, Dictionary<string, string>> places,
        Dictionary<string, string> odd,
        string unit,
        string? version,
        string? jurisdiction
    )
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, units) in names)
        {
            // An empty one: this licence has no title in the language although its kind has.
            if (odd.TryGetValue(language, out var whole))
            {
                if (whole.Length > 0)
                    titles[language] = whole;
            }
            else if (units.TryGetValue(unit, out var name))
                titles[language] = $"{name} {version} {places[language].GetValueOrDefault(jurisdiction ?? version ?? "")}".Trim();
        }

        return titles;
    }

    private static Dictionary<string, Dictionary<string, string>> Table(JsonElement element) =>
        element.EnumerateObject().ToDictionary(pair => pair.Name, pair => Map(pair.Value), StringComparer.Ordinal);

    private static Dictionary<string, string> Map(JsonElement element) =>
        element.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);

    private static string[] Words(JsonElement element, string name) =>
        element.TryGetProperty(name, out var words) ? words.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var strings) ? strings.EnumerateArray().Select(item => item.GetString()!) : [];
}
