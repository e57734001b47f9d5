using System.IO.Compression;
using System.Reflection;
using Dala.Platform.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Web;

/// <summary>Everything that pages and programs' routes stand on, in the order that it must have. The host registers the <see cref="Actor"/>.</summary>
public static class PlatformWeb
{
    /// <summary>Texts of the assemblies given (this one is among them by itself), assets, antiforgery, compression.</summary>
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services, IEnumerable<Assembly> texts)
    {
        var book = new WordBook([typeof(PlatformWeb).Assembly, .. texts]);
        services.AddSingleton(book);
        services.AddSingleton<SiteAssets>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "antiforgery";
            options.FormFieldName = "antiforgery";
            options.HeaderName = "X-Antiforgery";
        });
        services.AddResponseCompression(options =>
        {
            // The antiforgery token differs in every answer, so that BREACH cannot guess it letter by letter.
            options.EnableForHttps = true;
            options.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/problem+json",
                "application/ld+json",
                "application/x-ndjson",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageRoutes.Spoken>(LanguageRoutes.Constraint));
        return services;
    }

    /// <summary>Headers, compression, error pages, routing, rights and antiforgery; then come the routes.</summary>
    public static IApplicationBuilder UsePlatformWeb(this IApplicationBuilder app) =>
        app.UseHead()
            .UseSecurityHeaders()
            .UseResponseCompression()
            .UseErrorPages()
            .UseRouting()
            .UseRouteRights()
            .UseAntiforgery();

    /// <summary>Maps assets and the ways into the languages, and gives the group that pages are mapped in.</summary>
    public static RouteGroupBuilder MapPlatformWeb(this IEndpointRouteBuilder root)
    {
        SiteAssets.Map(root);
        return root.MapPages();
    }
}
