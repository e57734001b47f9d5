using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Api;

/// <summary>A resource in the sitemap.</summary>
public sealed record SitemapEntry(Guid Id, DateTimeOffset ChangedAt);

/// <summary>Lists all pages for search engines, in parts of which each has a fixed first resource (https://www.sitemaps.org/protocol.html).</summary>
public sealed class Sitemap(Store store)
{
    /// <summary>Resources of one part. The protocol allows 50,000 addresses and 50 MB; each of ours names itself in every language.</summary>
    private const int PartSize = 20_000;

    private const int Step = 2_000;

    /// <summary>The first resource of each part.</summary>
    public async Task<IReadOnlyList<Guid>> Parts(CancellationToken ct)
    {
        var firsts = await store
            .Database.SqlQuery<byte[]>(
                $"""
                select id as Value
                from (select id, row_number() over (order by id) - 1 as place from resource)
                where place % {PartSize} = 0
                order by id
                """
            )
            .ToListAsync(ct);
        return [.. firsts.Select(Columns.Id)];
    }

    /// <summary>The resources of a part, in batches by id.</summary>
    public async IAsyncEnumerable<SitemapEntry> Part(Guid first, [EnumeratorCancellation] CancellationToken ct)
    {
        var bytes = Columns.Bytes(first);
        var asked = PartSize;
        for (var isFirst = true; asked > 0; isFirst = false)
        {
            var step = Math.Min(Step, asked);
            var from = bytes;
            var entries = await store
                .Set<Resource>()
                .FromSql(
                    isFirst
                        ? (FormattableString)$"select * from resource where id >= {from} order by id limit {step}"
                        : $"select * from resource where id > {from} order by id limit {step}"
                )
                .AsNoTracking()
                .Select(resource => new SitemapEntry(resource.Id, resource.ChangedAt))
                .ToListAsync(ct);
            foreach (var entry in entries)
                yield return entry;
            if (entries.Count < step)
                yield break;
            bytes = Columns.Bytes(entries[^1].Id);
            asked -= step;
        }
    }
}

/// <summary>Writes sitemaps as they are read.</summary>
public static class SitemapXml
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string XhtmlSpace = "http://www.w3.org/1999/xhtml";

    private static readonly XmlWriterSettings Settings = new()
    {
        Async = true,
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
    };

    /// <summary>Paths of the pages that are not resources.</summary>
    private static readonly string[] Pages = ["", "/sources", "/about"];

    public static IResult Index(string origin, IReadOnlyList<Guid> parts) =>
        new Document(
            async (xml, _) =>
            {
                await xml.WriteStartElementAsync(null, "sitemapindex", Space);
                foreach (var part in parts.Select(part => part.ToString()).Prepend("pages"))
                {
                    await xml.WriteStartElementAsync(null, "sitemap", Space);
                    await xml.WriteElementStringAsync(null, "loc", Space, $"{origin}/sitemap/{part}.xml");
                    await xml.WriteEndElementAsync();
                }
            }
        );

    public static IResult OfPages(string origin, IReadOnlyList<InterfaceLanguage> languages) =>
        new Document(
            async (xml, _) =>
            {
                await Open(xml);
                foreach (var page in Pages)
                    await Entry(xml, origin, page, languages, null);
            }
        );

    public static IResult OfResources(
        string origin,
        IReadOnlyList<InterfaceLanguage> languages,
        IAsyncEnumerable<SitemapEntry> entries
    ) =>
        new Document(
            async (xml, ct) =>
            {
                await Open(xml);
                await foreach (var entry in entries.WithCancellation(ct))
                    await Entry(xml, origin, $"/resources/{entry.Id}", languages, entry.ChangedAt);
            }
        );

    private static async Task Open(XmlWriter xml)
    {
        await xml.WriteStartElementAsync(null, "urlset", Space);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, XhtmlSpace);
    }

    private static async Task Entry(
        XmlWriter xml,
        string origin,
        string path,
        IReadOnlyList<InterfaceLanguage> languages,
        DateTimeOffset? changed
    )
    {
        await xml.WriteStartElementAsync(null, "url", Space);
        await xml.WriteElementStringAsync(null, "loc", Space, $"{origin}/{WordBook.Fallback}{path}");
        if (changed is { } moment)
            await xml.WriteElementStringAsync(
                null,
                "lastmod",
                Space,
                moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
        foreach (var language in languages)
        {
            await xml.WriteStartElementAsync("xhtml", "link", XhtmlSpace);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language.Tag);
            await xml.WriteAttributeStringAsync(null, "href", null, $"{origin}/{language.Tag}{path}");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private sealed class Document(Func<XmlWriter, CancellationToken, Task> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/xml; charset=utf-8";
            await using var xml = XmlWriter.Create(httpContext.Response.Body, Settings);
            await xml.WriteStartDocumentAsync();
            await write(xml, httpContext.RequestAborted);
            await xml.WriteEndDocumentAsync();
        }
    }
}
