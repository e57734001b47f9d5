using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dala.Tests.Api;

/// <summary>The OpenAPI document that is served is the one that was looked at and approved.</summary>
[Trait("Kind", "Docs")]
public sealed class OpenApiTests(ServerFixture server)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Is_the_approved_document()
    {
        var served = JsonNode.Parse(await server.Web.GetStringAsync("/api/openapi.json"))!;

        Approved.AssertSame("docs/openapi.json", served.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public async Task Names_every_route_for_programs()
    {
        using var served = await server.Json("/api/openapi.json");

        Assert.Equal(
            [
                "/api/attribution",
                "/api/baskets",
                "/api/baskets/{basket}",
                "/api/baskets/{basket}/book.{form}",
                "/api/baskets/{basket}/credits.{form}",
                "/api/baskets/{basket}/items",
                "/api/baskets/{basket}/publish",
                "/api/compatibility",
                "/api/contradictions",
                "/api/export",
                "/api/import",
                "/api/licences",
                "/api/licences/recognise",
                "/api/quarantine",
                "/api/resources",
                "/api/resources/{id}",
                "/api/resources/{id}/licence",
                "/api/resources/{id}/lineage",
                "/api/resources/{id}/similar",
                "/api/runs/{id}",
                "/api/sources",
                "/api/suggest",
            ],
            served.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)
        );
    }
}
