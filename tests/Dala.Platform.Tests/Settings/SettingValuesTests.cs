using System.Collections;
using Dala.Platform.Languages;
using Dala.Platform.Settings;
using Dala.Testing;

namespace Dala.Platform.Tests.Settings;

public sealed class SettingValuesTests : IDisposable
{
    private static readonly Setting<string> Name = Setting.Text("shelf.name", "Books");
    private static readonly Setting<int> Boards = Setting.Whole("shelf.boards", 5, least: 1, most: 12);
    private static readonly Setting<bool> Open = Setting.Switch("shelf.open-today", value: true);
    private static readonly Setting<long> Weight = Setting.Size("shelf.weight", "4 MB");
    private static readonly Setting<TimeSpan> Loan = Setting.Seconds("shelf.loan", 60);
    private static readonly Setting<string> Wood = Setting.OneOf("shelf.wood", "oak", "ash");
    private static readonly Setting[] Known = [Name, Boards, Open, Weight, Loan, Wood];

    private static readonly Words English = new WordBook([typeof(Problem).Assembly]).In("en");

    private readonly TempFolder folder = new();

    [Fact]
    public void Without_anything_set_the_defaults_hold()
    {
        var values = Read().Value;

        Assert.Equal(
            ("Books", 5, true, 4L << 20, TimeSpan.FromMinutes(1), "oak"),
            (values.Get(Name), values.Get(Boards), values.Get(Open), values.Get(Weight), values.Get(Loan), values.Get(Wood))
        );
    }

    [Fact]
    public void The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        const string file = """{ "shelf.name": "file", "shelf.boards": 2, "shelf.wood": "ash" }""";

        var values = Read(file, [("DALA_SHELF_NAME", "environment"), ("DALA_SHELF_BOARDS", "3")], ("shelf.name", "line")).Value;

        Assert.Equal(("line", 3, "ash"), (values.Get(Name), values.Get(Boards), values.Get(Wood)));
    }

    [Fact]
    public void The_file_may_nest_or_dot_comment_and_end_lists_with_a_comma()
    {
        const string file = """
            {
              // Of the big room.
              "shelf": { "boards": 7, "open-today": false, "weight": "1 GB", },
              "shelf.loan": "3600",
            }
            """;

        var values = Read(file).Value;

        Assert.Equal(
            (7, false, 1L << 30, TimeSpan.FromHours(1)),
            (values.Get(Boards), values.Get(Open), values.Get(Weight), values.Get(Loan))
        );
    }

    [Fact]
    public void Other_names_of_the_environment_are_left_alone()
    {
        Assert.Null(Read(null, [("PATH", "/bin"), ("dala_shelf_name", "x")]).Problem);
    }

    [Fact]
    public void An_unknown_name_is_an_error_wherever_it_stands_and_names_the_nearest_one()
    {
        var problem = Read("""{ "shelf": { "bords": 3 } }""", [("DALA_SHELF_NAMES", "x")], ("shelf.wodo", "ash")).Problem!;

        Assert.Equal("platform.settings.wrong", problem.Code);
        Assert.Equal(
            [
                $"{folder.At("dala.json")}: there is no setting “shelf.bords”. Did you mean “shelf.boards”?",
                "DALA_SHELF_NAMES: there is no setting “DALA_SHELF_NAMES”. Did you mean “DALA_SHELF_NAME”?",
                "--set: there is no setting “shelf.wodo”. Did you mean “shelf.wood”?",
            ],
            Said(problem)
        );
    }

    [Theory]
    [InlineData("shelf.boards", "0", "--set: “0” cannot be read as the setting “shelf.boards”. A value that works is “5”.")]
    [InlineData("shelf.boards", "13", "--set: “13” cannot be read as the setting “shelf.boards”. A value that works is “5”.")]
    [InlineData("shelf.boards", "five", "--set: “five” cannot be read as the setting “shelf.boards”. A value that works is “5”.")]
    [InlineData("shelf.boards", "", "--set: “” cannot be read as the setting “shelf.boards”. A value that works is “5”.")]
    [InlineData(
        "shelf.open-today",
        "yes",
        "--set: “yes” cannot be read as the setting “shelf.open-today”. A value that works is “true”."
    )]
    [InlineData(
        "shelf.weight",
        "4 TB",
        "--set: “4 TB” cannot be read as the setting “shelf.weight”. A value that works is “4 MB”."
    )]
    [InlineData("shelf.loan", "-1", "--set: “-1” cannot be read as the setting “shelf.loan”. A value that works is “60”.")]
    [InlineData("shelf.wood", "plastic", "--set: “plastic” is not a value of the setting “shelf.wood”. It may be: oak, ash.")]
    public void A_wrong_value_is_an_error_that_shows_one_that_works(string name, string value, string said)
    {
        Assert.Equal([said], Said(Read(null, [], (name, value)).Problem!));
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1500", 1500L)]
    [InlineData("4 KB", 4096L)]
    [InlineData("4kb", 4096L)]
    [InlineData("256 MB", 268_435_456L)]
    [InlineData("8 GB", 8_589_934_592L)]
    [InlineData("8589934591 GB", 9_223_372_035_781_033_984L)]
    [InlineData("8589934592 GB", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-1", null)]
    [InlineData("1.5 MB", null)]
    [InlineData("MB", null)]
    public void Sizes_are_read_as_people_write_them(string text, long? bytes)
    {
        Assert.Equal(bytes, ByteSize.Read(text));
    }

    [Theory]
    [InlineData("{\n  \"shelf.name\": \"x\"\n  \"shelf.boards\": 3\n}", 3)]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("\"shelf\"", 1)]
    public void A_file_that_is_not_json_is_named_with_the_line(string file, int line)
    {
        Assert.Equal([$"{folder.At("dala.json")}: line {line} is not valid JSON."], Said(Read(file).Problem!));
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var problem = Read("""{ "a": 1, "shelf.boards": 99 }""", [("DALA_B", "1")], ("c", "1"), ("shelf.wood", "tin")).Problem!;

        Assert.Equal(["a", "shelf.boards", "DALA_B", "c", "shelf.wood"], problem.Faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void Every_setting_of_the_program_can_read_its_own_default_and_has_its_meaning_written_down()
    {
        var words = new WordBook(Modules.All.Select(module => module.GetType().Assembly));

        Assert.All(Modules.Settings, setting => Assert.NotNull(setting.Read(setting.DefaultText)));
        Assert.Empty(Modules.Settings.Select(setting => "setting." + setting.Name).Except(words.Outline("en").Keys));
    }

    public void Dispose() => folder.Dispose();

    private Outcome<SettingValues> Read(
        string? file = null,
        (string, string)[]? environment = null,
        params (string Name, string Value)[] line
    )
    {
        if (file is not null)
            folder.Write("dala.json", file);
        var variables = new Hashtable();
        foreach (var (name, value) in environment ?? [])
            variables.Add(name, value);
        return SettingValues.Read(
            Known,
            folder.At("dala.json"),
            variables,
            line.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))
        );
    }

    private static IEnumerable<string> Said(Problem problem) => problem.Faults.Select(fault => English.Say(fault).Value);
}
