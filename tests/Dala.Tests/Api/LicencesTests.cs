using System.Text.Json;

namespace Dala.Tests.Api;

/// <summary>What programs hear of licences.</summary>
public sealed class LicencesTests(ServerFixture server)
{
    [Fact]
    public async Task All_licences_are_listed_with_what_they_permit()
    {
        var items = (await Get("/api/licences")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(
            614,
            items.Count(item => Of(item, "uri").StartsWith("https://creativecommons.org/", StringComparison.Ordinal))
        );
        var one = items.Single(item => Of(item, "uri") == "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/");
        Assert.Equal(("CC BY-NC-SA 3.0 IGO", "by-nc-sa", "T2"), (Of(one, "label"), Of(one, "unit"), Of(one, "tier")));
        Assert.Equal(["CommercialUse"], one.GetProperty("prohibits").EnumerateArray().Select(act => act.GetString()));
    }

    [Fact]
    public async Task Statements_are_read_in_their_order()
    {
        var read = await Get("/api/licences/recognise?statement=CC+BY+4.0&statement=CC+BY&statement=for+personal+study+only");

        Assert.Equal(
            ["CC BY 4.0 label", "CC BY label-without-version", "for personal study only rights-statement"],
            read.GetProperty("items").EnumerateArray().Select(item => $"{Of(item, "raw")} {Of(item, "rule")}")
        );
    }

    [Theory]
    [InlineData("en", "Perhaps CC BY-SA 4.0 is meant.")]
    [InlineData("fr", "Peut-être s’agit-il de CC BY-SA 4.0.")]
    public async Task A_typing_error_is_not_repaired_but_gets_a_hint(string language, string hint)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/api/licences/recognise?statement=CCY-BY-SA-4.0&statement=CC+BY-SA+4.0"
        );
        request.Headers.Add("Accept-Language", language);
        using var answer = await server.Web.SendAsync(request);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var items = read.RootElement.GetProperty("items");

        Assert.Equal(JsonValueKind.Null, items[0].GetProperty("licence").ValueKind);
        Assert.Equal("library.licence.hint.meant", Of(items[0].GetProperty("hint"), "key"));
        Assert.Equal(hint, Bare(Of(items[0].GetProperty("hint"), "text")));
        Assert.False(items[1].TryGetProperty("hint", out _));
    }

    [Theory]
    [InlineData("en", "These do not go together: CC BY-SA 4.0 and CC BY-NC 4.0.")]
    [InlineData("ru", "Не сочетаются: CC BY-SA 4.0 и CC BY-NC 4.0.")]
    [InlineData("kk", "Мыналар үйлеспейді: CC BY-SA 4.0 және CC BY-NC 4.0.")]
    public async Task A_conflict_is_told_in_the_readers_language(string language, string verdict)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/api/compatibility?licence=CC+BY-SA+4.0&licence=CC+BY-NC+4.0"
        );
        request.Headers.Add("Accept-Language", language);
        using var answer = await server.Web.SendAsync(request);
        using var combined = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());

        Assert.StartsWith(verdict, Of(combined.RootElement, "verdict"), StringComparison.Ordinal);
        Assert.Equal("ShareAlikeAgainstNonCommercial", Of(combined.RootElement.GetProperty("conflict"), "kind"));
    }

    [Fact]
    public async Task Each_source_is_told_with_the_rule_and_where_it_stands()
    {
        var combined = await Get("/api/compatibility?licence=CC+BY-SA+3.0+IGO&licence=CC+BY+4.0");

        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", Of(combined.GetProperty("recommended"), "uri"));
        var first = combined.GetProperty("sources")[0];
        Assert.Equal("share-alike-igo", Of(first, "rule"));
        Assert.Contains("CC BY-SA 3.0 IGO, 4(b)", Of(first, "ruleSource"));
    }

    [Fact]
    public async Task A_licence_is_asked_for_its_version_where_that_decides()
    {
        var combined = await Get("/api/compatibility?licence=CC+BY-SA&licence=CC+BY+4.0");

        Assert.False(combined.GetProperty("possible").GetBoolean());
        Assert.Equal([0], combined.GetProperty("asked").EnumerateArray().Select(place => place.GetInt32()));
    }

    [Fact]
    public async Task Where_every_version_allows_the_same_it_holds_and_says_that_the_version_is_not_stated()
    {
        var combined = await Get("/api/compatibility?licence=CC+BY&licence=CC+BY+4.0");

        Assert.True(combined.GetProperty("possible").GetBoolean());
        Assert.Equal([0], combined.GetProperty("unversioned").EnumerateArray().Select(place => place.GetInt32()));
        Assert.Contains("version", Of(combined, "remark"));
    }

    [Theory]
    [InlineData("/api/compatibility", "/licence")]
    [InlineData("/api/compatibility?licence=CC+BY+4.0&making=soup", "/making")]
    [InlineData("/api/licences/recognise", "/statement")]
    public async Task What_cannot_be_answered_is_422_and_says_where(string path, string pointer)
    {
        using var answer = await server.Web.GetAsync(path);

        Assert.Equal(422, (int)answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.EndsWith(pointer, Of(problem.RootElement.GetProperty("errors")[0], "pointer"), StringComparison.Ordinal);
    }

    /// <summary>Without the invisible marks around names that keep their direction.</summary>
    private static string Bare(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private async Task<JsonElement> Get(string path)
    {
        using var answer = JsonDocument.Parse(await server.Web.GetStringAsync(path));
        return answer.RootElement.Clone();
    }

    private static string Of(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
