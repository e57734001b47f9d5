using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Dala.Tests.Api;

/// <summary>A search as a feed: what RFC 4287 asks of it, and that it is the same search as on the page.</summary>
public sealed class FeedTests(ServerFixture server)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/en/resources.atom?q=the")]
    [InlineData("/ar/resources.atom?q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A8%D9%8A%D8%A9")]
    [InlineData("/kk/resources.atom")]
    [InlineData("/en/resources.atom?q=zzqqxx")]
    [InlineData("/en/resources.atom?q=%01%EF%BF%BE%26%3Cb%3E")]
    [InlineData("/resources.atom?q=the&language=en&order=title&prefer=off")]
    public async Task Has_what_RFC_4287_asks_of_a_feed_and_its_entries(string path)
    {
        using var answer = await server.Web.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.StartsWith("urn:uuid:", Only(feed, "id"), StringComparison.Ordinal);
        Assert.NotEqual("", Only(feed, "title"));
        AssertMoment(Only(feed, "updated"));
        Assert.NotNull(feed.Element(Atom + "author")?.Element(Atom + "name"));
        Assert.False(string.IsNullOrEmpty((string?)feed.Attribute(XNamespace.Xml + "lang")));
        var self = Link(feed, "self");
        Assert.StartsWith(server.Address, self, StringComparison.Ordinal);
        Assert.Contains("prefer=", self, StringComparison.Ordinal);
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Assert.StartsWith("urn:uuid:", Only(entry, "id"), StringComparison.Ordinal);
            Assert.NotEqual("", Only(entry, "title"));
            AssertMoment(Only(entry, "updated"));
            Assert.StartsWith(server.Address, Link(entry, "alternate"), StringComparison.Ordinal);
            Assert.All(entry.Elements(Atom + "author"), author => Assert.NotEqual("", Only(author, "name")));
        }

        var ids = feed.Elements(Atom + "entry").Select(entry => Only(entry, "id")).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var latest = feed.Elements(Atom + "entry")
            .Select(entry => Only(entry, "updated"))
            .DefaultIfEmpty("1970-01-01T00:00:00Z")
            .Max();
        Assert.Equal(latest, Only(feed, "updated"));
    }

    [Fact]
    public async Task Its_own_address_gives_the_same_feed_whoever_asks()
    {
        var first = await Feed("/resources.atom?language=en&q=the");
        var self = new Uri(Link(first, "self")).PathAndQuery;
        var request = new HttpRequestMessage(HttpMethod.Get, self);
        request.Headers.AcceptLanguage.ParseAdd("ar");

        using var again = await server.Web.SendAsync(request);

        Assert.Equal(first.ToString(), XDocument.Parse(await again.Content.ReadAsStringAsync()).Root!.ToString());
    }

    [Fact]
    public async Task Has_the_same_resources_as_the_page_the_newest_first_and_the_page_names_it()
    {
        var page = await new HtmlParser().ParseDocumentAsync(
            await server.Web.GetStringAsync("/en/resources?q=the&order=newest&tier=T1")
        );
        var alternate = page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href")!;
        var feed = await Feed(new Uri(alternate).PathAndQuery);

        Assert.Equal(
            page.QuerySelectorAll(".results h3 a").Select(link => server.Address + link.GetAttribute("href")),
            feed.Elements(Atom + "entry").Select(entry => Link(entry, "alternate"))
        );
        Assert.Equal(alternate, page.QuerySelector("a[type='application/atom+xml']")!.GetAttribute("href"));
    }

    private async Task<XElement> Feed(string path) => XDocument.Parse(await server.Web.GetStringAsync(path)).Root!;

    private static string Only(XElement element, string name) => element.Elements(Atom + name).Single().Value;

    private static string Link(XElement element, string relation) =>
        (string)element.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation).Attribute("href")!;

    private static void AssertMoment(string text) =>
        Assert.True(
            DateTimeOffset.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out _
            ),
            text
        );
}
