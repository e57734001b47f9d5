using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Dala.Platform.Web;

/// <summary>Answers for people: pages and the redirects between them.</summary>
public static class Html
{
    /// <summary>The view, made from the model, as a page in the language of the address.</summary>
    public static IResult Page<TView, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TView : View<TModel> => new PageResult<TView, TModel>(model, status);

    /// <summary>Leads on after a form was taken (303); the path is written without language and comes out in the reader's.</summary>
    public static IResult SeeOther(string path) => new RedirectResult(path, StatusCodes.Status303SeeOther);

    /// <summary>Leads from an address without language to the same page in the reader's language (302).</summary>
    public static IResult InReadersLanguage(string path) => new RedirectResult(path, StatusCodes.Status302Found);

    private sealed class PageResult<TView, TModel>(TModel model, int status) : IResult
        where TView : View<TModel>
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var context = new PageContext(httpContext);
            var html = await Render(httpContext.RequestServices, context);

            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentLanguage = context.Language;
            // A page depends on who asks. The antiforgery token sets a stricter rule of its own.
            if (!response.Headers.ContainsKey(HeaderNames.CacheControl))
                response.Headers.CacheControl = "private, no-cache";
            if (!context.IsTranslated)
                response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);

            var bytes = Encoding.UTF8.GetBytes(html);
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }

        private async Task<string> Render(IServiceProvider services, PageContext context)
        {
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<CascadingValue<PageContext>>(
                    ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            [nameof(CascadingValue<>.Value)] = context,
                            [nameof(CascadingValue<>.IsFixed)] = true,
                            [nameof(CascadingValue<>.ChildContent)] = View(model),
                        }
                    )
                );
                return ReadableHtml.Of(root.ToHtmlString());
            });
        }

        private static RenderFragment View(TModel model) =>
            builder =>
            {
                builder.OpenComponent(0, typeof(TView));
                builder.AddComponentParameter(1, nameof(View<>.Model), model);
                builder.CloseComponent();
            };
    }

    private sealed class RedirectResult(string path, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (!LanguageRoutes.IsLocal(path))
                throw new InvalidOperationException($"A redirect leads to a path of this site, not to {path}.");
            var context = new PageContext(httpContext);
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.Location = context.Link(path);
            if (!context.IsTranslated)
                httpContext.Response.Headers.AppendCommaSeparatedValues(
                    HeaderNames.Vary,
                    HeaderNames.AcceptLanguage,
                    HeaderNames.Cookie
                );
            return Task.CompletedTask;
        }
    }
}
