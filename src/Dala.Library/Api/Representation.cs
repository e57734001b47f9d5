using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dala.Library.Api;

/// <summary>Which of a resource's representations a program asks for.</summary>
public static class Representation
{
    public const string LinkedData = "application/ld+json";

    /// <summary>Whether JSON-LD is preferred to JSON (RFC 9110, 12.5.1); without a preference it is JSON.</summary>
    public static bool IsLinkedData(IEnumerable<MediaTypeHeaderValue> accept)
    {
        var wanted = accept.ToList();
        return Quality(wanted, LinkedData) > Quality(wanted, "application/json");
    }

    public static bool WantsLinkedData(this HttpRequest request) => IsLinkedData(request.GetTypedHeaders().Accept);

    // The most exact range decides: application/ld+json before application/*, that before */*.
    private static double Quality(List<MediaTypeHeaderValue> accept, string type)
    {
        var asked = new MediaTypeHeaderValue(type);
        var matching = accept.Where(range => asked.IsSubsetOf(range)).ToList();
        var exact =
            matching.Find(range => range is { MatchesAllTypes: false, MatchesAllSubTypes: false })
            ?? matching.Find(range => !range.MatchesAllTypes)
            ?? matching.FirstOrDefault();
        return exact is null ? 0 : exact.Quality ?? 1;
    }
}
