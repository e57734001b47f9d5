using Dala.Testing;

namespace Dala.Search.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_ten_lines_of_the_readme_find_and_count()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Path;
        var Console = new StringWriter { NewLine = "\n" };

        // csharpier-ignore-start
        // <readme>
        using var index = SearchIndex.Open(folder, new IndexSchema([new("title", 3), new("text")], ["language"]));
        index.Apply([
            new IndexChange.Put(new IndexDocument { Key = "1", Title = "Oʻzbek tili", Texts = [new("title", "Oʻzbek tili", "uz")], Facets = [new("language", "uz")] }),
            new IndexChange.Put(new IndexDocument { Key = "2", Title = "L’atome", Texts = [new("title", "L’atome", "fr")], Facets = [new("language", "fr")] }),
        ], through: 1);
        var found = index.Search(new SearchQuery { Text = "o'zbek", Facets = ["language"] });
        foreach (var hit in found.Items)
            Console.WriteLine($"{hit.Key}: {hit.Score}");
        foreach (var count in found.Facets["language"])
            Console.WriteLine($"{count.Value} ({count.Count})");
        var passage = found.Highlighter.Best("Oʻzbek tili", "uz", 200);
        // </readme>
        // csharpier-ignore-end

        Assert.Equal($"1: {found.Items[0].Score}\nuz (1)\n", Console.ToString());
        Assert.Equal([new TextRange(0, 6)], passage.Marks);
    }

    [Fact]
    public void The_readme_shows_the_lines_that_are_tested()
    {
        var readme = File.ReadAllText(Path.Combine(SharedData.Root, "src/Dala.Search/README.md"));
        var test = File.ReadAllText(Path.Combine(SharedData.Root, "tests/Dala.Search.Tests/ReadmeTests.cs"));

        Assert.Equal(
            Lines(test, "// <readme>\n", "// </readme>").Select(line => line.Length > 8 ? line[8..] : line.Trim()),
            Lines(readme, "```csharp\n", "```")
        );
    }

    private static string[] Lines(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)].TrimEnd().Split('\n');
    }
}
