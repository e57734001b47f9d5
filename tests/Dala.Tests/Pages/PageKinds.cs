namespace Dala.Tests.Pages;

/// <summary>A kind of page: where it is (without the language), the status it answers with, and whether an administrator looks at it.</summary>
public sealed record PageKind(string Name, string Path, int Status = 200, bool Administrator = false)
{
    public override string ToString() => Name;
}

/// <summary>Every kind of page there is, on real records.</summary>
internal static class PageKinds
{
    /// <summary>The kinds by name, for theories; the paths are known only when the server is filled.</summary>
    public static TheoryData<string> Names { get; } =
    [
        "home",
        "all resources",
        "results",
        "results of filters",
        "results of one word or another",
        "no results",
        "no results but with fewer words",
        "bad parameter",
        "simulation in many languages",
        "story",
        "link without licence",
        "book with unknown rights",
        "no derivatives",
        "lesson with description",
        "resource that is not there",
        "reader",
        "reader from right to left",
        "side by side",
        "basket",
        "basket that clashes",
        "basket that is not there",
        "lineage of parts",
        "lineage of a work that was changed",
        "lineage of a translation in many languages",
        "no lineage",
        "sources",
        "source",
        "quarantine",
        "quarantine for administrators",
        "import without key",
        "import",
        "contradictions",
        "settle a licence",
        "sign-in",
        "about",
        "not found",
        "fault",
    ];

    public static async Task<PageKind> Of(string name, ServerFixture server)
    {
        async Task<string> Resource(string identifier) => $"/resources/{await server.Id(identifier)}";
        return name switch
        {
            "home" => new(name, ""),
            "all resources" => new(name, "/resources"),
            "results" => new(name, "/resources?q=the"),
            "results of filters" => new(name, "/resources?q=a*&tier=T1&language=en&order=title"),
            "results of one word or another" => new(name, "/resources?q=the%20story&match=any&to=2030&prefer=off"),
            "no results but with fewer words" => new(name, "/resources?q=the%20zzqqxx&language=en"),
            "no results" => new(name, "/resources?q=zzqqxx&language=en"),
            "bad parameter" => new(name, "/resources?size=0&order=best", 422),
            "simulation in many languages" => new(name, await Resource("area-builder")),
            "story" => new(name, $"/resources/{await server.Story("en")}"),
            "link without licence" => new(name, await First(server, "free-programming-books", "T4")),
            "book with unknown rights" => new(name, await Resource("1")),
            "no derivatives" => new(name, await First(server, "oer-commons-csv", "T3")),
            "lesson with description" => new(name, await Resource("https://oercommons.org/courseware/lesson/10121/overview")),
            "resource that is not there" => new(name, $"/resources/{System.Guid.Empty}", 404),
            "reader" => new(name, $"/resources/{await server.Story("en")}/read"),
            "reader from right to left" => new(name, $"/resources/{await server.Story("ar")}/read"),
            "side by side" => new(name, $"/resources/{await server.Story("en")}/read?beside={await server.Story("ar")}"),
            "basket" => new(name, await server.Basket(await server.Story("en"), await server.Story("ar"))),
            "basket that clashes" => new(
                name,
                await server.Basket(await server.Story("en"), await Guid(server, "oer-commons-csv", "T3"))
            ),
            "basket that is not there" => new(name, "/baskets/AAAAAAAAAAAAAAAAAAAAAA", 404),
            "lineage of parts" => new(name, await Resource("https://oer.gitlab.io/OS") + "/lineage"),
            "lineage of a work that was changed" => new(name, await Resource("https://example.org/lineage-2") + "/lineage"),
            "lineage of a translation in many languages" => new(name, $"/resources/{await server.Story("ar")}/lineage"),
            "no lineage" => new(name, await Resource("1") + "/lineage"),
            "sources" => new(name, "/sources"),
            "source" => new(name, "/sources/amb"),
            "quarantine" => new(name, "/quarantine"),
            "quarantine for administrators" => new(name, "/quarantine", Administrator: true),
            "import without key" => new(name, "/import", 401),
            "import" => new(name, "/import", Administrator: true),
            "contradictions" => new(name, "/contradictions", Administrator: true),
            "settle a licence" => new(name, await Resource("1") + "/licence", Administrator: true),
            "sign-in" => new(name, "/sign-in"),
            "about" => new(name, "/about"),
            "not found" => new(name, "/nowhere", 404),
            "fault" => new(name, "/break", 500),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    private static async Task<string> First(ServerFixture server, string source, string tier) =>
        "/resources/" + await Guid(server, source, tier);

    private static async Task<string> Guid(ServerFixture server, string source, string tier)
    {
        using var found = await server.Json($"/api/resources?source={source}&tier={tier}&size=1");
        return found.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }
}
