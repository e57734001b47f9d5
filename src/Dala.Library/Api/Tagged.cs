using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dala.Library.Api;

/// <summary>
/// An answer with a strong entity tag: the SHA-256 of its own bytes. What is shown of a resource depends on the resource, on other versions of
/// the work and on the reader's language; only the bytes know them all.
/// </summary>
public static class Tagged
{
    /// <summary>A page of results seldom needs more.</summary>
    private const int FirstBytes = 32 << 10;

    public static IResult Json<T>(T value) => Text(LibraryJson.Text(value), "application/json");

    /// <summary>For the answers that are asked for most.</summary>
    public static IResult Json<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>(FirstBytes);
        LibraryJson.Write(bytes, value, type);
        return new Answer(bytes.WrittenMemory, "application/json");
    }

    public static IResult Text(string text, string mediaType) => new Answer(Encoding.UTF8.GetBytes(text), mediaType);

    /// <summary>Whether the asker has this already (RFC 9110, 13.1.2: tags are compared weakly).</summary>
    public static bool IsHeld(IEnumerable<EntityTagHeaderValue> held, EntityTagHeaderValue tag) =>
        held.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));

    private sealed class Answer(ReadOnlyMemory<byte> bytes, string mediaType) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..32]}\"";
            var response = httpContext.Response;
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "no-cache";
            response.Headers.AppendCommaSeparatedValues(
                HeaderNames.Vary,
                HeaderNames.Accept,
                HeaderNames.AcceptLanguage,
                HeaderNames.Cookie
            );
            if (
                httpContext.Request.Headers.IfNoneMatch.Count > 0
                && IsHeld(httpContext.Request.GetTypedHeaders().IfNoneMatch, new EntityTagHeaderValue(tag))
            )
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = mediaType + "; charset=utf-8";
            response.ContentLength = bytes.Length;
            if (!HttpMethods.IsHead(httpContext.Request.Method))
                await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
