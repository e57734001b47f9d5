using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dala.Library.Api;

/// <summary>Values as they come, one JSON text to a line (https://github.com/ndjson/ndjson-spec).</summary>
public static class JsonLines
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <summary>Lines that are sent at once.</summary>
    private const int Flush = 200;

    public static async Task Write<T>(IAsyncEnumerable<T> values, Stream output, CancellationToken ct)
    {
        var lines = 0;
        await foreach (var value in values.WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(output, value, LibraryJson.Options, ct);
            await output.WriteAsync(LineEnd, ct);
            if (++lines % Flush == 0)
                await output.FlushAsync(ct);
        }

        await output.FlushAsync(ct);
    }

    public static IResult Answer<T>(IAsyncEnumerable<T> values) => new Lines<T>(values);

    private sealed class Lines<T>(IAsyncEnumerable<T> values) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/x-ndjson; charset=utf-8";
            httpContext.Response.Headers.CacheControl = "no-cache";
            return Write(values, httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
