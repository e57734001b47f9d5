using System.Text.Json;
using Dala.Testing;

namespace Dala.Tests.Operating;

public sealed class LicenceCommandsTests : IDisposable
{
    private readonly Commands dala = new();
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Recognise_answers_a_list_with_one_entry_for_each_line()
    {
        var file = folder.Write(
            "licences.txt",
            "https://creativecommons.org/licenses/by-sa/3.0/igo/legalcode\nCC BY\n\nCC-BY-ND-SA\n"
        );

        var read = await dala.Run("licence", "recognise", file, "--json");

        Assert.Equal((0, ""), (read.Code, read.Error));
        Assert.Equal(
            [
                (
                    "https://creativecommons.org/licenses/by-sa/3.0/igo/legalcode",
                    "https://creativecommons.org/licenses/by-sa/3.0/igo/",
                    "by-sa",
                    "T1",
                    "cc-uri"
                ),
                ("CC BY", null, "by", "T1", "label-without-version"),
                ("", null, null, "T4", "missing"),
                ("CC-BY-ND-SA", null, null, "T4", "unknown"),
            ],
            read.Json.EnumerateArray()
                .Select(item => (Of(item, "raw")!, Of(item, "licence"), Of(item, "family"), Of(item, "tier")!, Of(item, "rule")!))
        );
        Assert.False(Directory.Exists(dala.Data));
    }

    [Fact]
    public async Task Recognise_prints_a_line_for_each_line_and_an_empty_list_for_none()
    {
        var file = folder.Write("licences.txt", "CC0\nCC BY-NC\n");
        var empty = folder.Write("empty.txt", "");

        var read = await dala.Run("licence", "recognise", file);
        var none = await dala.Run("licence", "recognise", empty, "--json");

        Assert.Equal(
            "CC0 1.0\tT1\tlabel-only-version\tCC0\nCC BY-NC, version not stated\tT2\tlabel-without-version\tCC BY-NC\n",
            read.Output
        );
        Assert.Equal("[]\n", none.Output);
    }

    [Fact]
    public async Task Recognise_gives_a_hint_only_where_there_is_one()
    {
        var file = folder.Write("licences.txt", "CC-BY-ND-SA\nCC BY-SA 4.1\nCC BY 4.0\nsomething\n");

        var read = await dala.Run("licence", "recognise", file);
        var json = await dala.Run("licence", "recognise", file, "--json");

        Assert.Equal(
            [
                "Licence unclear\tT4\tunknown\tCC-BY-ND-SA\tThere is no such licence: ShareAlike asks that changed versions carry the same licence, NoDerivatives does not let them be published.",
                "Licence unclear\tT4\tunknown\tCC BY-SA 4.1\tThere is no such version of CC BY-SA. These exist: 1.0, 2.0, 2.1, 2.5, 3.0, 4.0.",
                "CC BY 4.0\tT1\tlabel\tCC BY 4.0",
                "Licence unclear\tT4\tunknown\tsomething",
            ],
            read.Output.TrimEnd('\n').Split('\n')
        );
        Assert.Equal(
            ["library.licence.hint.contradiction", "library.licence.hint.no-such-version", null, null],
            json.Json.EnumerateArray().Select(item => item.TryGetProperty("hint", out var hint) ? Of(hint, "key") : null)
        );
    }

    [Fact]
    public async Task Recognise_says_which_file_is_missing()
    {
        var read = await dala.Run("licence", "recognise", folder.At("nowhere.txt"));

        Assert.Equal(66, read.Code);
        Assert.Contains("nowhere.txt", read.Error);
    }

    [Fact]
    public async Task Combine_advises_a_licence()
    {
        var combined = await dala.Run("licence", "combine", "CC BY 4.0", "CC BY-SA 3.0 IGO");

        Assert.Equal(0, combined.Code);
        Assert.Equal(
            "Possible. For what you make we advise CC BY-SA 4.0, the most open licence that all sources allow.\n"
                + "This is an explanation of the licences, not legal advice.\n",
            combined.Output
        );
    }

    [Fact]
    public async Task Combine_names_what_clashes_and_the_ways_out()
    {
        var combined = await dala.Run("licence", "combine", "CC BY 4.0", "CC BY-NC 4.0", "CC BY-SA 4.0", "--json");

        Assert.Equal(1, combined.Code);
        Assert.False(combined.Json.GetProperty("possible").GetBoolean());
        var conflict = combined.Json.GetProperty("conflict");
        Assert.Equal([1, 2], conflict.GetProperty("sources").EnumerateArray().Select(place => place.GetInt32()));
        Assert.True(conflict.GetProperty("asCollection").GetBoolean());
        Assert.Equal(
            [
                "Leave this out: CC BY-NC 4.0.",
                "Leave this out: CC BY-SA 4.0.",
                "Put them beside each other unchanged, as a collection. Then each keeps its own licence.",
                "Ask the author for permission: CC BY-NC 4.0.",
                "Ask the author for permission: CC BY-SA 4.0.",
                "Link to the work instead of taking it over.",
            ],
            conflict.GetProperty("waysOut").EnumerateArray().Select(way => way.GetString()!)
        );
    }

    [Fact]
    public async Task Combine_of_a_collection_keeps_each_licence_and_does_not_sell()
    {
        var combined = await dala.Run("licence", "combine", "--collection", "CC BY-NC 4.0", "CC BY-ND 3.0");

        Assert.Equal(0, combined.Code);
        Assert.StartsWith("Possible as a collection that is not sold:", combined.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        dala.Dispose();
        folder.Dispose();
    }

    private static string? Of(JsonElement item, string name) => item.GetProperty(name).GetString();
}
