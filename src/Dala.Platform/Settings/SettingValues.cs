using System.Collections;
using System.Text.Json;

namespace Dala.Platform.Settings;

/// <summary>
/// What is set: by the command line before the environment before the settings file before the default. Checked whole at the start; an
/// unknown name is an error that names the nearest known one.
/// </summary>
public sealed class SettingValues
{
    private readonly Dictionary<string, object> values = [];

    private SettingValues(IReadOnlyList<Setting> known) => Known = known;

    /// <summary>Every setting there is, in the order of its name.</summary>
    public IReadOnlyList<Setting> Known { get; }

    public T Get<T>(Setting<T> setting) => (T)values[setting.Name];

    /// <summary>Reads all sources; the problem lists everything that is wrong with them.</summary>
    /// <param name="known">The settings of all modules.</param>
    /// <param name="file">The settings file, or null where there is none.</param>
    /// <param name="environment">Only names that begin with <c>DALA_</c> are looked at.</param>
    /// <param name="commandLine">Pairs given as <c>--set name=value</c> or by an option of its own.</param>
    public static Outcome<SettingValues> Read(
        IEnumerable<Setting> known,
        string? file,
        IDictionary environment,
        IEnumerable<KeyValuePair<string, string>> commandLine
    )
    {
        var result = new SettingValues([.. known.OrderBy(setting => setting.Name, StringComparer.Ordinal)]);
        var checks = new Checks();

        foreach (var setting in result.Known)
            result.values[setting.Name] = setting.Read(setting.DefaultText)!;

        foreach (var (name, text) in FileValues(file, checks))
            result.Set(name, text, file!, checks);

        var byEnvironment = result.Known.ToDictionary(setting => setting.EnvironmentName, setting => setting.Name);
        foreach (DictionaryEntry entry in environment)
        {
            var name = (string)entry.Key;
            if (name.StartsWith("DALA_", StringComparison.Ordinal))
                result.Set(byEnvironment.GetValueOrDefault(name, name), (string)entry.Value!, name, checks);
        }

        foreach (var (name, text) in commandLine)
            result.Set(name, text, "--set", checks);

        return checks.Problem is { } problem ? problem with { Code = "platform.settings.wrong" } : result;
    }

    private void Set(string name, string text, string where, Checks checks)
    {
        var setting = Known.FirstOrDefault(candidate => candidate.Name == name);
        if (setting is null)
        {
            checks.That(false, name, "platform.settings.unknown", name, where, Nearest(name));
            return;
        }

        if (setting.Read(text.Trim()) is { } value)
            values[name] = value;
        else if (setting.Choices.Count > 0)
            checks.That(false, name, "platform.settings.choice", name, text, where, string.Join(", ", setting.Choices));
        else
            checks.That(false, name, "platform.settings.unreadable", name, text, where, setting.DefaultText);
    }

    private string Nearest(string name)
    {
        var asked = name.StartsWith("DALA_", StringComparison.Ordinal) ? name[5..].Replace('_', '.').ToLowerInvariant() : name;
        var nearest = Known.MinBy(setting => EditDistance.Between(asked, setting.Name))!;
        return name.StartsWith("DALA_", StringComparison.Ordinal) ? nearest.EnvironmentName : nearest.Name;
    }

    private static IEnumerable<KeyValuePair<string, string>> FileValues(string? file, Checks checks)
    {
        if (file is null || !File.Exists(file))
            return [];
        try
        {
            using var json = JsonDocument.Parse(
                File.ReadAllBytes(file),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return [.. Flatten(json.RootElement, "")];
            checks.That(false, file, "platform.settings.not-json", file, 1);
            return [];
        }
        catch (JsonException fault)
        {
            checks.That(false, file, "platform.settings.not-json", file, fault.LineNumber + 1 ?? 0);
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(JsonElement element, string prefix)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return [new(prefix, element.ToString() is "True" or "False" ? element.GetRawText() : element.ToString())];
        return element
            .EnumerateObject()
            .SelectMany(member => Flatten(member.Value, prefix.Length == 0 ? member.Name : $"{prefix}.{member.Name}"));
    }
}
