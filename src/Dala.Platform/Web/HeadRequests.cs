using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dala.Platform.Web;

/// <summary>Answers HEAD wherever GET is answered (RFC 9110, 9.1), without a body.</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHead(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                if (!HttpMethods.IsHead(http.Request.Method))
                {
                    await next(http);
                    return;
                }

                var body = http.Response.Body;
                http.Request.Method = HttpMethods.Get;
                http.Response.Body = Stream.Null;
                try
                {
                    await next(http);
                }
                finally
                {
                    // The server must know before it sends: a HEAD announces a length and sends nothing.
                    http.Response.Body = body;
                    http.Request.Method = HttpMethods.Head;
                }
            }
        );
}
