using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Dala.Platform.Web;

/// <summary>Styles, script and symbol of the site, carried in the program. Their addresses hold a hash, so browsers may keep them for ever.</summary>
public sealed class SiteAssets
{
    private readonly FrozenDictionary<string, Asset> byAddress;
    private readonly FrozenDictionary<string, string> addresses;

    private sealed record Asset(string Type, byte[] Plain, byte[] Brotli, byte[] Gzip);

    public SiteAssets()
    {
        var assembly = typeof(SiteAssets).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Assets/", StringComparison.Ordinal));
        var assets = names.ToDictionary(
            name => name["Assets/".Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            },
            StringComparer.Ordinal
        );
        addresses = assets.ToFrozenDictionary(pair => pair.Key, pair => AddressOf(pair.Key, pair.Value), StringComparer.Ordinal);
        byAddress = assets.ToFrozenDictionary(
            pair => Path.GetFileName(addresses[pair.Key]),
            pair => new Asset(
                TypeOf(pair.Key),
                pair.Value,
                Compressed(pair.Value, to => new BrotliStream(to, CompressionLevel.SmallestSize)),
                Compressed(pair.Value, to => new GZipStream(to, CompressionLevel.SmallestSize))
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>The address of a file by its plain name: <c>dala.css</c> is at <c>/assets/dala.0A1B2C3D4E.css</c>.</summary>
    public string this[string name] => addresses[name];

    internal static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/assets/{name}", (string name, HttpContext http, SiteAssets assets) => assets.Answer(name, http))
            .Open()
            .ExcludeFromDescription();
        root.MapGet("/favicon.ico", (SiteAssets assets) => Results.Redirect(assets["favicon.svg"]))
            .Open()
            .ExcludeFromDescription();
    }

    private IResult Answer(string name, HttpContext http)
    {
        if (!byAddress.TryGetValue(name, out var asset))
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.Type);
        }

        if (accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "gzip";
            return Results.Bytes(asset.Gzip, asset.Type);
        }

        return Results.Bytes(asset.Plain, asset.Type);
    }

    private static string AddressOf(string name, byte[] bytes) =>
        $"/assets/{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexString(SHA256.HashData(bytes))[..10]}{Path.GetExtension(name)}";

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new InvalidDataException($"No media type is known for {other}."),
        };

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
            stream.Write(bytes);
        return compressed.ToArray();
    }
}
