using System.Globalization;
using System.Text;
using Dala.Platform.Languages;
using Dala.Platform.Settings;

namespace Dala.Tests.Docs;

/// <summary>docs/operate/settings.md is made from the settings and their English texts.</summary>
[Trait("Kind", "Docs")]
public sealed class SettingsPageTests
{
    [Fact]
    public void Says_what_the_program_has() => Approved.AssertSame("docs/operate/settings.md", Page());

    private static string Page()
    {
        var words = new WordBook(Modules.All.Select(module => module.GetType().Assembly)).In("en");
        var page = new StringBuilder()
            .Append("# Settings\n\n")
            .Append(
                "A setting is given on the command line (`--set NAME=VALUE`), in the environment, or in the settings file (`dala.json` in the data\n"
            )
            .Append(
                "folder, or the file that `--settings` names); the first of these wins. All are checked at the start; an unknown name is an error that\n"
            )
            .Append(
                "names the nearest known one. In the settings file a dot is a level: `{ \"import\": { \"batch\": 500 } }` or `{ \"import.batch\": 500 }`.\n\n"
            )
            .Append("This page is made from the program; a test compares the two.\n\n")
            .Append("| name | in the environment | default | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var setting in Modules.Settings.OrderBy(setting => setting.Name, StringComparer.Ordinal))
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{setting.Name}` | `{setting.EnvironmentName}` | {Default(setting)} | {words["setting." + setting.Name].Value}{Choices(setting)} |\n"
            );
        return page.ToString();
    }

    private static string Default(Setting setting) => setting.DefaultText.Length == 0 ? "" : $"`{setting.DefaultText}`";

    private static string Choices(Setting setting) =>
        setting.Choices.Count == 0 ? "" : $" One of {string.Join(", ", setting.Choices.Select(choice => $"`{choice}`"))}.";
}
