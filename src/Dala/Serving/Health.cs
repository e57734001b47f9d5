using Dala.Library.Finding;
using Dala.Platform.Data;
using Dala.Platform.Web;

namespace Dala.Serving;

/// <summary>What a supervisor asks: does the process live, and is it ready to serve.</summary>
internal static class Health
{
    /// <summary>The answer of <c>/health/ready</c>.</summary>
    public sealed record Readiness(bool Ready, bool Store, bool Index);

    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/health/live", () => Results.Text("live\n")).Open().ExcludeFromDescription();
        root.MapGet("/health/ready", Ready).Open().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Store store, LibraryIndex index, CancellationToken ct)
    {
        var readiness = new Readiness(
            Ready: false,
            Store: await store.Database.CanConnectAsync(ct),
            Index: index.Current.Count >= 0
        );
        readiness = readiness with { Ready = readiness.Store && readiness.Index };
        return Results.Json(
            readiness,
            statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
