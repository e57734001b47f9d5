using System.IO.Compression;
using System.Text;
using Dala.Testing;

namespace Dala.Tests;

/// <summary>A few hundred real records, cut from the real catalogues, in files that the shipped mappings take.</summary>
internal static class SmallCatalogue
{
    /// <summary>A story that exists in English, Arabic, French, Russian, Swedish and Chinese; the texts name it by its number.</summary>
    public const string Story = "0156";

    /// <summary>Stories by number, and the languages that are taken of each.</summary>
    private static readonly string[] Stories = ["0002", "0004", "0006", "0156", "0210", "0262", "0342", "0294"];

    private static readonly string[] StoryLanguages = ["en", "ar", "fr", "ru", "zh"];

    private static readonly string[] Simulations =
    [
        "build-an-atom",
        "center-and-variability",
        "circuit-construction-kit-dc-virtual-lab",
        "geometric-optics-basics",
        "area-builder",
    ];

    private static readonly string[] FewLanguages =
    [
        .. new[] { "en", "ar", "kk", "ru", "zh_CN", "fr", "uz", "tk", "sv", "es", "de", "uk" }.Select(tag =>
            $"\"locale\": \"{tag}\""
        ),
    ];

    /// <summary>Source, mapping, files: made in the folder, in the order in which they are imported.</summary>
    public static IEnumerable<(string Source, string[] Files)> In(TempFolder folder)
    {
        yield return (
            "open-textbook-lists",
            [
                Cut(folder, "open-textbook-lists/open_textbook_library.tsv", "open_textbook_library.tsv", 60),
                Cut(folder, "open-textbook-lists/openstax.tsv", "openstax.tsv", 15),
            ]
        );
        yield return ("phet-simulation-titles", [Titles(folder)]);
        yield return ("storybooks", [StoriesOf(folder, "african-storybook.zip"), StoriesOf(folder, "global-storybooks.zip")]);
        yield return (
            "free-programming-books",
            [
                .. new[] { "courses/free-courses-kk.md", "courses/free-courses-ar.md", "books/free-programming-books-zh.md" }
                    .Append("books/free-programming-books-fr.md")
                    .Append("courses/free-courses-ru.md")
                    .Select(list => Cut(folder, "free-programming-books/" + list, Path.GetFileName(list), 120)),
            ]
        );
        yield return ("oer-commons-csv", [OerCommons(folder)]);
        yield return ("wlo-sources", [Cut(folder, "wlo-sources/quellen_korrektur.csv", "quellen_korrektur.csv", 20)]);
        yield return (
            "gutenberg-catalogue",
            [
                Cut(folder, "gutenberg-catalogue/metadata.csv.gz", "metadata.csv", 25),
                Cut(folder, "gutenberg-catalogue/subjects.csv.gz", "subjects.csv", 60),
            ]
        );
        // Eight that are valid, three that are not: quarantine has something to show.
        yield return (
            "amb",
            [
                .. new[]
                {
                    "valid/MIT-License",
                    "valid/about",
                    "valid/affiliation",
                    "valid/addingToContext",
                    "valid/competencies",
                    "valid/highered-course",
                    "valid/highered-course-part",
                    "valid/highered-figure",
                }
                    .Concat(["invalid/wrongDateTime", "invalid/noContext", "invalid/typeWithoutArray"])
                    .Select(name => Copy(folder, $"amb-schema-examples/20231019/examples/{name}.json")),
                folder.Write("made-for-tests.jsonl", MadeForTests),
            ]
        );
    }

    // Words that issue 2 names and that this cut of the real catalogues does not hold.
    private const string MadeForTests = """
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"en"}],"id":"https://example.org/lineage-1","type":["LearningResource"],"name":"Mountains","inLanguage":["en"],"license":{"id":"https://creativecommons.org/licenses/by/4.0/"},"creator":[{"type":"Person","name":"Jane Doe"}],"isBasedOn":[{"name":"A lecture nobody kept"}]}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"ar"}],"id":"https://example.org/lineage-2","type":["LearningResource"],"name":"الجبال","inLanguage":["ar"],"license":{"id":"https://creativecommons.org/licenses/by-sa/4.0/"},"translationOfWork":{"id":"https://example.org/lineage-1","name":"Mountains"},"dala:change":{"ar":"تُرجم إلى العربية."}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"kk"}],"id":"https://example.org/lineage-3","type":["LearningResource"],"name":"Таулар","inLanguage":["kk"],"license":{"id":"https://creativecommons.org/licenses/by-sa/4.0/"},"isBasedOn":[{"id":"https://example.org/lineage-2","name":"الجبال"}],"hasPart":[{"id":"https://example.org/lineage-1","name":"Mountains"}],"dala:change":{"kk":"Суреттер ауыстырылды."}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"uz"}],"id":"https://example.org/uzbek-1","type":["LearningResource"],"name":"O'zbek tili darsi","inLanguage":["uz"],"license":{"id":"https://creativecommons.org/licenses/by/4.0/"}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"uz"}],"id":"https://example.org/uzbek-2","type":["LearningResource"],"name":"Oʻzbek adabiyoti","inLanguage":["uz"],"license":{"id":"https://creativecommons.org/licenses/by-sa/4.0/"}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"ar"}],"id":"https://example.org/arabic-1","type":["LearningResource"],"name":"الرياضيات للجميع","inLanguage":["ar"],"license":{"id":"https://creativecommons.org/licenses/by-nc/4.0/"}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"zh"}],"id":"https://example.org/chinese-1","type":["LearningResource"],"name":"小学数学教程","inLanguage":["zh"],"license":{"id":"https://creativecommons.org/publicdomain/zero/1.0/"}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"fr"}],"id":"https://example.org/french-1","type":["LearningResource"],"name":"La géométrie dans l'espace","inLanguage":["fr"],"license":{"id":"https://creativecommons.org/licenses/by-nd/4.0/"}}
        {"@context":["https://w3id.org/kim/amb/context.jsonld",{"@language":"ru"}],"id":"https://example.org/russian-1","type":["LearningResource"],"name":"Физика вокруг нас","inLanguage":["ru"],"license":{"id":"https://creativecommons.org/licenses/by/4.0/"}}
        """;

    private static string Titles(TempFolder folder)
    {
        var lines = Text("phet-simulation-titles/titles.jsonl.gz")
            .Split('\n')
            .Where(line => Simulations.Any(name => line.Contains($"\"simulation\": \"{name}\"", StringComparison.Ordinal)))
            // One of them in a few languages only: its page is looked at very closely, and a hundred rows say no more than ten.
            .Where(line => !line.Contains("\"area-builder\"", StringComparison.Ordinal) || FewLanguages.Any(line.Contains));
        return folder.Write("titles.jsonl", string.Join('\n', lines) + "\n");
    }

    private static string StoriesOf(TempFolder folder, string name)
    {
        using var all = ZipFile.OpenRead(SharedData.At("storybooks/" + name));
        using (var cut = ZipFile.Open(folder.At(name), ZipArchiveMode.Create))
        {
            foreach (var entry in all.Entries)
            {
                var parts = entry.FullName.Split('/', '_');
                if (parts.Length < 3 || !StoryLanguages.Contains(parts[0]) || !Stories.Contains(parts[1]))
                    continue;
                using var from = entry.Open();
                using var to = cut.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }
        }

        return folder.At(name);
    }

    // The first rows, and those whose licences forbid most.
    private static string OerCommons(TempFolder folder)
    {
        var rows = Text("oer-commons-csv/oer_commons_clean.csv").Split('\n');
        var kept = rows.Take(25).Concat(rows.Where(row => row.Contains("/by-nc-nd/", StringComparison.Ordinal)).Take(6));
        return folder.Write("oer_commons_clean.csv", string.Join('\n', kept.Distinct()) + "\n");
    }

    private static string Copy(TempFolder folder, string path) =>
        folder.Write(Path.GetFileName(path), File.ReadAllBytes(SharedData.At(path)));

    /// <summary>The first rows of a file; a line break inside quotes ends no row.</summary>
    private static string Cut(TempFolder folder, string path, string name, int rows)
    {
        var text = Text(path);
        var end = 0;
        var quoted = false;
        for (var left = rows + 1; end < text.Length && left > 0; end++)
        {
            if (text[end] == '"' && !name.EndsWith(".md", StringComparison.Ordinal))
                quoted = !quoted;
            else if (text[end] == '\n' && !quoted)
                left--;
        }

        return folder.Write(name, text[..end]);
    }

    private static string Text(string path)
    {
        using var file = File.OpenRead(SharedData.At(path));
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
