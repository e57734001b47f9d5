using System.Text.Json;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Dala.Testing;

namespace Dala.Tests.Operating;

public sealed class CommandsTests : IDisposable
{
    private readonly Commands dala = new();

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("search")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("index")]
    [InlineData("index rebuild")]
    [InlineData("sources")]
    [InlineData("quarantine")]
    [InlineData("licence")]
    [InlineData("licence recognise")]
    [InlineData("licence combine")]
    [InlineData("check")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Every_command_explains_itself_without_touching_anything(string command)
    {
        var help = await dala.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("--data", help.Output);
        Assert.Contains(
            $"{command} [",
            help.Output.Replace("<FILE>... ", "").Replace("<FILE> ", "").Replace("<ID> ", "").Replace("<LICENCE>... ", "")
        );
        Assert.False(Directory.Exists(dala.Data));
    }

    [Fact]
    public async Task Import_answers_its_counts_under_these_names_and_the_second_time_nothing_is_new()
    {
        var first = await dala.ImportShelf();
        var second = await dala.ImportShelf();

        Assert.Equal(
            ["run", "source", "new", "changed", "same", "quarantined", "mended", "kept", "records", "resumed"],
            first.Json.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal(("shelf", 2, 0, 0, 1, 1, 3), Counts(first.Json));
        Assert.Equal(("shelf", 0, 0, 2, 1, 1, 3), Counts(second.Json));
        Assert.Equal((1, 1), (first.Code, second.Code));
        Assert.Equal(
            "shelf: 3 records read. New: 2, changed: 0, same: 0, quarantined: 1, mended: 1.\n",
            first.Error[first.Error.LastIndexOf("shelf:", StringComparison.Ordinal)..]
        );
    }

    [Fact]
    public async Task Import_previews_without_keeping_anything()
    {
        var preview = await dala.ImportShelf("--preview", "2");

        Assert.Equal(0, preview.Code);
        Assert.Equal(["1", "2"], preview.Json.EnumerateArray().Select(record => record.GetProperty("identifier").GetString()));
        Assert.Empty((await dala.Run("sources", "--json")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Search_answers_total_items_and_facets()
    {
        await dala.ImportShelf();

        var found = await dala.Run("search", "атом", "--json");

        Assert.Equal((0, ""), (found.Code, found.Error));
        Assert.Equal(
            ["total", "items", "facets", "preferred", "self"],
            found.Json.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal(1, found.Json.GetProperty("total").GetInt32());
        var item = Assert.Single(found.Json.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(["id", "title"], item.EnumerateObject().Take(2).Select(member => member.Name));
        Assert.Equal("Атом туралы", item.GetProperty("title").GetString());
        Assert.Equal(
            [("kk", 1)],
            found
                .Json.GetProperty("facets")
                .GetProperty("language")
                .EnumerateArray()
                .Select(facet => (facet.GetProperty("value").GetString()!, facet.GetProperty("count").GetInt32()))
        );
    }

    [Fact]
    public async Task Search_filters_orders_and_pages()
    {
        await dala.ImportShelf();

        var english = await dala.Run("search", "--filter", "language=en", "--json");
        var first = await dala.Run("search", "--order", "title", "--size", "1", "--json");
        var second = await dala.Run(
            "search",
            "--order",
            "title",
            "--size",
            "1",
            "--after",
            first.Json.GetProperty("next").GetString()!,
            "--json"
        );

        Assert.Equal(["A molecule"], Titles(english));
        Assert.Equal(["A molecule", "Атом туралы"], Titles(first).Concat(Titles(second)));
        Assert.False(second.Json.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Show_tells_every_claim_with_the_record_and_the_rule_that_it_comes_from()
    {
        await dala.ImportShelf();
        var id = (await dala.Run("search", "атом", "--json")).Json.GetProperty("items")[0].GetProperty("id").GetString()!;

        var shown = await dala.Run("show", id, "--json");
        var plain = await dala.Run("show", id);

        Assert.Equal((0, 0), (shown.Code, plain.Code));
        var licence = shown.Json.GetProperty("claims").EnumerateArray().Single(claim => Of(claim, "field") == "licence");
        Assert.Equal(
            ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0", "shelf@1/licence"),
            (Of(licence, "value"), Of(licence, "rawValue"), Of(licence, "rule"))
        );
        Assert.Equal(
            Of(licence, "record"),
            Assert.Single(shown.Json.GetProperty("records").EnumerateArray().ToList()).GetProperty("id").GetString()
        );
        Assert.Contains("https://creativecommons.org/licenses/by/4.0/  [shelf@1/licence, shelf.csv:2]", plain.Output);
    }

    [Fact]
    public async Task Export_is_one_line_for_each_resource_to_a_file_or_to_standard_output()
    {
        await dala.ImportShelf();

        var printed = await dala.Run("export");
        var written = await dala.Run("export", "--output", dala.Folder.At("all.ndjson"));

        Assert.Equal((0, 0, ""), (printed.Code, written.Code, written.Output));
        Assert.Equal(2, printed.Output.TrimEnd().Split('\n').Length);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(dala.Folder.At("all.ndjson")));
        Assert.All(printed.Output.TrimEnd().Split('\n'), line => JsonDocument.Parse(line));
    }

    [Fact]
    public async Task Sources_quarantine_and_a_rebuilt_index_answer_in_json()
    {
        await dala.ImportShelf();

        var sources = await dala.Run("sources", "--json");
        var quarantine = await dala.Run("quarantine", "--json");
        var rebuilt = await dala.Run("index", "rebuild", "--json");

        var source = Assert.Single(sources.Json.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal(
            ("shelf", "A shelf", 2),
            (Of(source, "name"), Of(source, "title"), source.GetProperty("resources").GetInt32())
        );
        Assert.Equal("done", Of(source.GetProperty("lastRun"), "state"));
        Assert.Equal(1, quarantine.Json.GetProperty("total").GetInt32());
        var record = quarantine.Json.GetProperty("items")[0];
        Assert.Equal(
            ("shelf.csv", 3, 4, "title"),
            (
                Of(record, "file"),
                record.GetProperty("record").GetInt32(),
                record.GetProperty("line").GetInt32(),
                Of(record, "field")
            )
        );
        Assert.Equal("3,,en,CC BY 4.0", System.Text.Encoding.UTF8.GetString(record.GetProperty("excerpt").GetBytesFromBase64()));
        Assert.Equal("""{"resources":2}""", rebuilt.Output.TrimEnd());
        Assert.Equal(["Атом туралы"], Titles(await dala.Run("search", "атом", "--json")));
    }

    [Fact]
    public async Task Check_finds_a_whole_folder_whole_and_names_what_is_damaged()
    {
        await dala.ImportShelf();
        var whole = await dala.Run("check", "--json");
        Directory.CreateDirectory(dala.Folder.At("data/files/ba"));
        const string hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        await File.WriteAllTextAsync(dala.Folder.At("data/files/ba/" + hash), "abd");
        Directory.Delete(dala.Folder.At("data/index"), recursive: true);

        var damaged = await dala.Run("check", "--json");

        Assert.Equal(0, whole.Code);
        Assert.Equal(
            ["dala.check.store 2", "dala.check.references 6", "dala.check.files 0", "dala.check.index 2", "dala.check.jobs 1"],
            whole.Json.EnumerateArray().Select(result => $"{Of(result, "name")} {result.GetProperty("count")}")
        );
        Assert.Equal(1, damaged.Code);
        Assert.Equal(
            ["dala.check.files.damaged", "dala.check.index.behind"],
            damaged
                .Json.EnumerateArray()
                .SelectMany(result => result.GetProperty("faults").EnumerateArray())
                .Select(fault => Of(fault, "code"))
        );
        await dala.Run("index", "rebuild");
        var mended = await dala.Run("check");
        Assert.Contains(hash, mended.Output);
        Assert.Equal(1, mended.Output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_damaged_index_is_put_aside_and_made_again()
    {
        await dala.ImportShelf();
        foreach (var file in Directory.GetFiles(dala.Folder.At("data/index"), "*", SearchOption.AllDirectories))
            await File.WriteAllBytesAsync(file, [.. (await File.ReadAllBytesAsync(file)).Take(1)]);

        var search = await dala.Run("search", "атом", "--json");
        await dala.Run("index", "rebuild");

        Assert.Equal(0, search.Code);
        Assert.Equal(["Атом туралы"], Titles(await dala.Run("search", "атом", "--json")));
    }

    [Theory]
    [InlineData("import missing.csv --mapping amb", 66, "There is no file “missing.csv”.")]
    [InlineData("import {shelf} --mapping ambb", 66, "ambb")]
    [InlineData("import {shelf} --mapping amb", 65, "shelf.csv")]
    [InlineData("import {shelf} --mapping amb --source My_Shelf", 65, "My_Shelf")]
    [InlineData("import {shelf}", 64, "--mapping")]
    [InlineData("import --mapping amb", 64, "import")]
    [InlineData("show nothing", 66, "nothing")]
    [InlineData("show 0198f00d-0000-7000-8000-000000000000", 66, "0198f00d")]
    [InlineData("show", 64, "show")]
    [InlineData("search atom --colour red", 64, "--colour")]
    [InlineData("search atom --filter colour=red", 65, "colour")]
    [InlineData("search atom --order size", 65, "size")]
    [InlineData("search atom --size 1000", 65, "100")]
    [InlineData("search atom --after somewhere", 65, "")]
    [InlineData("quarantine --source nobody", 66, "nobody")]
    [InlineData("quarantine --run nothing", 66, "nothing")]
    [InlineData("serch atom", 64, "serch")]
    [InlineData("check --set import.bach=3", 78, "“import.batch”")]
    [InlineData("check --set import.batch=many", 78, "“1000”")]
    [InlineData("check --settings nowhere.json", 78, "nowhere.json")]
    [InlineData("restore missing.zip", 66, "missing.zip")]
    [InlineData("backup {shelf}", 73, "shelf.csv")]
    public async Task Refusals_go_to_standard_error_with_an_exit_code_that_says_which_kind(string line, int code, string said)
    {
        await dala.Run("check");
        var shelf = dala.Folder.Write("shelf.csv", "id,title\n1,One\n");

        var refused = await dala.Run(line.Replace("{shelf}", shelf).Split(' '));

        Assert.Equal(code, refused.Code);
        Assert.Contains(said, refused.Error);
        Assert.DoesNotContain("   at ", refused.Error);
        if (code != 64)
            Assert.Equal("", refused.Output);
    }

    [Fact]
    public async Task Settings_come_from_the_file_in_the_data_folder_wherever_the_folder_is_named()
    {
        await dala.Run("check");
        await File.WriteAllTextAsync(dala.Folder.At("data/dala.json"), """{ "import": { "batch": "none" } }""");
        dala.Environment["DALA_DATA"] = dala.Data;

        Assert.Equal(78, (await dala.Run("check")).Code);
        Assert.Equal(78, (await dala.RunAnywhere("check")).Code);
        dala.Environment.Clear();
        Assert.Equal(78, (await dala.RunAnywhere("check", "--set", $"data={dala.Data}")).Code);
        Assert.Equal(0, (await dala.Run("check", "--settings", dala.Folder.Write("other.json", "{}"))).Code);
    }

    [Fact]
    public async Task Speaks_the_language_that_is_asked_for_or_that_of_the_machine()
    {
        var russian = new WordBook(Modules.All.Select(module => module.GetType().Assembly)).In("ru");
        var expected = russian["library.command.search.none"].Value + "\n";
        Assert.NotEqual("library.command.search.none\n", expected);

        Assert.Equal(expected, (await dala.Run("search", "атом", "--language", "ru")).Output);
        dala.Environment["LANG"] = "ru_RU.UTF-8";
        Assert.Equal(expected, (await dala.Run("search", "атом")).Output);
        var refused = await dala.Run("show", "ничего");
        Assert.Matches("[а-я]", refused.Error.Replace("ничего", ""));
        dala.Environment["LC_ALL"] = "C";
        Assert.DoesNotMatch("[а-я]", (await dala.Run("search", "атом")).Output);
    }

    [Fact]
    public async Task A_folder_that_is_held_is_refused_and_nothing_stands_on_standard_output()
    {
        using var held = DataFolder.Open(dala.Data).Value;

        var refused = await dala.Run("check", "--json");

        Assert.Equal((75, ""), (refused.Code, refused.Output));
        Assert.StartsWith($"The data folder {dala.Data} is in use by another process of Dala (number ", refused.Error);
    }

    [Fact]
    public async Task A_second_process_on_a_held_folder_is_refused_with_the_number_of_the_first()
    {
        using var held = DataFolder.Open(dala.Data).Value;

        using var second = await DalaProcess.Run("check", "--data", dala.Data);

        Assert.Equal((75, ""), (await second.Exit(), second.Output));
        Assert.Equal(
            $"The data folder {dala.Data} is in use by another process of Dala (number {Environment.ProcessId}). Stop it first, or use its pages or its API.\n",
            second.Error
        );
    }

    [Fact]
    public async Task A_folder_in_whose_place_a_file_stands_is_refused()
    {
        await File.WriteAllTextAsync(dala.Data, "a file");

        var refused = await dala.Run("check");

        Assert.Equal((75, ""), (refused.Code, refused.Output));
        Assert.StartsWith($"The data folder {dala.Data} cannot be used: ", refused.Error);
    }

    public void Dispose() => dala.Dispose();

    private static (string, int, int, int, int, int, int) Counts(JsonElement report) =>
        (
            Of(report, "source")!,
            report.GetProperty("new").GetInt32(),
            report.GetProperty("changed").GetInt32(),
            report.GetProperty("same").GetInt32(),
            report.GetProperty("quarantined").GetInt32(),
            report.GetProperty("mended").GetInt32(),
            report.GetProperty("records").GetInt32()
        );

    private static string? Of(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> Titles(Ran found) =>
        found.Json.GetProperty("items").EnumerateArray().Select(item => Of(item, "title"));
}
