namespace Dala.Library;

/// <summary>Addresses that records name: only those of the web become links.</summary>
public static class WebAddress
{
    /// <summary>The address with everything beyond ASCII encoded, or null where it is none of http or https.</summary>
    public static string? Of(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.AbsoluteUri
            : null;
}
