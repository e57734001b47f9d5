using System.Net;
using Dala.Platform.Web;

namespace Dala.Platform.Tests.Web;

public sealed class LanguageRoutesTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData(null, null, "/en")]
    [InlineData("kk-KZ, ru;q=0.9", null, "/kk")]
    [InlineData("kk-KZ, ru;q=0.9", "language=ar", "/ar")]
    [InlineData("fr", "language=tlh", "/fr")]
    public async Task Leads_from_the_front_door_to_the_chosen_or_best_language(string? wanted, string? cookie, string expected)
    {
        using var answer = await site.Get("/", [.. Header("Accept-Language", wanted), .. Header("Cookie", cookie)]);

        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(["Accept-Language", "Cookie"], answer.Headers.Vary);
    }

    [Fact]
    public async Task Leads_from_an_address_without_language_to_the_same_page_in_the_readers()
    {
        using var answer = await site.Get("/resources", ("Accept-Language", "ru"));

        Assert.Equal((HttpStatusCode.Found, "/ru/resources"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("/", "/kk")]
    [InlineData("/resources?q=атом&tier=1", "/kk/resources?q=%D0%B0%D1%82%D0%BE%D0%BC&tier=1")]
    [InlineData("//evil.example", "/kk")]
    [InlineData("/\\evil.example", "/kk")]
    [InlineData("/\t/evil.example", "/kk")]
    [InlineData("/x\r\nSet-Cookie: a=b", "/kk")]
    [InlineData("https://evil.example", "/kk")]
    [InlineData("", "/kk")]
    public async Task Remembers_a_choice_and_leads_back_within_the_site_only(string to, string expected)
    {
        using var answer = await site.Get($"/language/kk?to={Uri.EscapeDataString(to)}");

        Assert.Equal((HttpStatusCode.SeeOther, expected), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(["language=kk; max-age=31536000; path=/; samesite=lax; httponly"], answer.Headers.GetValues("Set-Cookie"));
    }

    [Theory]
    [InlineData("/tlh/sample")]
    [InlineData("/KK/sample")]
    [InlineData("/language/tlh?to=/")]
    public async Task Knows_no_other_languages(string path)
    {
        using var answer = await site.Get(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/resources?q=//x", true)]
    [InlineData("//x", false)]
    [InlineData("/\\x", false)]
    [InlineData("x", false)]
    [InlineData(null, false)]
    public void Tells_a_path_of_this_site_from_other_addresses(string? path, bool expected) =>
        Assert.Equal(expected, LanguageRoutes.IsLocal(path));

    private static (string, string)[] Header(string name, string? value) => value is null ? [] : [(name, value)];
}
