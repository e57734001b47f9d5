using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dala.Library;
using Dala.Platform.Data;
using Dala.Standards.Amb;
using Microsoft.EntityFrameworkCore;

namespace Dala.Tests.Api;

/// <summary>How the routes for programs answer: problems, tags, representations, the export.</summary>
public sealed class AnswersTests(ServerFixture server)
{
    [Theory]
    [InlineData("/api/resources?size=0", 422, "/size")]
    [InlineData("/api/resources?order=best", 422, "/order")]
    [InlineData("/api/resources?tier=T9", 422, "/tier")]
    [InlineData("/api/resources?level=20", 422, "/level")]
    [InlineData("/api/resources?licence=by", 422, "/licence")]
    [InlineData("/api/resources?match=some", 422, "/match")]
    [InlineData("/api/resources?exact=yes", 422, "/exact")]
    [InlineData("/api/resources?explain=yes", 422, "/explain")]
    [InlineData("/api/resources?from=yesterday", 422, "/from")]
    [InlineData("/api/resources?from=2020&to=2019", 422, "/to")]
    [InlineData("/api/resources?prefer=!", 422, "/prefer")]
    [InlineData("/api/resources?concept=unesco:2018", 422, "/concept")]
    [InlineData("/api/resources?after=broken", 422, null)]
    [InlineData("/api/resources/nothing/similar", 404, null)]
    [InlineData("/api/resources/00000000-0000-0000-0000-000000000000", 404, null)]
    [InlineData("/api/resources/nothing", 404, null)]
    [InlineData("/api/runs/00000000-0000-0000-0000-000000000000", 404, null)]
    [InlineData("/api/nowhere", 404, null)]
    public async Task Says_no_as_RFC_9457_has_it(string path, int status, string? pointer)
    {
        using var answer = await server.Web.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("type").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()));
        Assert.DoesNotContain("⟦", problem.RootElement.GetRawText(), StringComparison.Ordinal);
        if (pointer is not null)
            Assert.Equal(
                [pointer],
                problem
                    .RootElement.GetProperty("errors")
                    .EnumerateArray()
                    .Select(error => error.GetProperty("pointer").GetString()!.TrimStart('#'))
            );
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_take_is_405_and_names_those_it_takes()
    {
        using var answer = await server.Web.DeleteAsync("/api/resources");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_fault_says_no_more_than_that_it_is_one()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/en/break");
        request.Headers.Accept.ParseAdd("application/json");

        using var answer = await server.Web.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("on purpose", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_already_is_not_sent_again()
    {
        var resource = $"/api/resources/{await server.Story("en")}";
        foreach (var path in new[] { "/api/resources?q=the", resource, "/api/sources", "/api/suggest?q=at", "/api/quarantine" })
        {
            using var first = await server.Web.GetAsync(path);
            var tag = first.Headers.ETag!;
            var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(tag);
            var other = new HttpRequestMessage(HttpMethod.Get, path);
            other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));

            using var held = await server.Web.SendAsync(again);
            using var sent = await server.Web.SendAsync(other);

            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Equal((HttpStatusCode.NotModified, tag), (held.StatusCode, held.Headers.ETag!));
            Assert.Empty(await held.Content.ReadAsByteArrayAsync());
            Assert.Equal((HttpStatusCode.OK, tag), (sent.StatusCode, sent.Headers.ETag!));
        }
    }

    [Theory]
    [InlineData("https://example.org/russian-1")]
    [InlineData("https://example.org/chinese-1")]
    [InlineData("https://example.org/uzbek-2")]
    [InlineData("OpenStax/business-ethics")]
    [InlineData("area-builder")]
    public async Task JSON_LD_is_valid_AMB(string identifier)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/resources/{await server.Id(identifier)}");
        request.Headers.Accept.ParseAdd("application/ld+json");

        using var answer = await server.Web.SendAsync(request);

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        using var description = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Assert.Empty(AmbSchema.Validate(description.RootElement));
    }

    [Fact]
    public async Task JSON_LD_of_everything_with_an_exact_licence_is_valid_AMB()
    {
        using var found = await server.Json("/api/resources?tier=T1&tier=T2&tier=T3&size=100");
        var faults = new List<string>();
        var looked = 0;
        foreach (var item in found.RootElement.GetProperty("items").EnumerateArray())
        {
            if (!item.GetProperty("licence").TryGetProperty("uri", out var uri) || uri.ValueKind != JsonValueKind.String)
                continue;
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/resources/{item.GetProperty("id").GetString()}");
            request.Headers.Accept.ParseAdd("application/ld+json");
            using var answer = await server.Web.SendAsync(request);
            using var description = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            faults.AddRange(AmbSchema.Validate(description.RootElement).Select(fault => $"{item.GetProperty("title")}: {fault}"));
            looked++;
        }

        Assert.Empty(faults);
        Assert.True(looked > 10, $"only {looked} were looked at");
    }

    [Fact]
    public async Task The_export_holds_every_resource_with_every_claim_and_what_no_field_has_a_place_for()
    {
        var (resources, claims, others) = await server.Run<Store, (List<Guid>, int, List<string>)>(async store =>
            (
                await store.Set<Resource>().Select(resource => resource.Id).ToListAsync(),
                await store.Set<Claim>().CountAsync(claim => claim.Field != Fields.Other),
                await store.Set<Claim>().Where(claim => claim.Field == Fields.Other).Select(claim => claim.Value).ToListAsync()
            )
        );

        using var answer = await server.Web.GetAsync("/api/export");
        var lines = (await answer.Content.ReadAsStringAsync())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(resources.Order(), lines.Select(line => line.GetProperty("id").GetGuid()).Order());
        Assert.Equal(claims, lines.Sum(line => line.GetProperty("claims").GetArrayLength()));
        var exported = lines
            .Where(line => line.TryGetProperty("other", out _))
            .SelectMany(line => line.GetProperty("other").EnumerateArray())
            .Select(other => Canonical(other.GetProperty("fields")));
        Assert.NotEmpty(others);
        Assert.Equal(
            others.Select(value => Canonical(JsonDocument.Parse(value).RootElement)).Order(StringComparer.Ordinal),
            exported.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_claim_of_a_resource_leads_to_a_record_whose_bytes_have_the_hash_that_is_told()
    {
        var id = await server.Id("area-builder");
        using var resource = await server.Json($"/api/resources/{id}");
        var records = resource
            .RootElement.GetProperty("records")
            .EnumerateArray()
            .ToDictionary(record => record.GetProperty("id").GetGuid(), record => record.GetProperty("sha256").GetString());

        Assert.All(
            resource.RootElement.GetProperty("claims").EnumerateArray(),
            claim => Assert.True(records.ContainsKey(claim.GetProperty("record").GetGuid()))
        );
        foreach (var (record, hash) in records)
        {
            using var raw = await server.Web.GetAsync($"/en/resources/{id}/raw/{record}");
            Assert.Equal(
                hash,
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await raw.Content.ReadAsByteArrayAsync()))
            );
            Assert.Equal("application/octet-stream", raw.Content.Headers.ContentType?.MediaType);
        }
    }

    private static string Canonical(JsonElement json) => JsonSerializer.Serialize(json);
}
