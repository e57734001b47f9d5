using Microsoft.AspNetCore.Http;

namespace Dala.Library.Api;

/// <summary>The fields of an import by form, for the description of the API.</summary>
public sealed record ImportRequest
{
    /// <summary>The source's short name: small letters, digits and hyphens.</summary>
    public required string Source { get; init; }

    /// <summary>One of the mappings that ship with the program.</summary>
    public required string Mapping { get; init; }
    public required IFormFileCollection Files { get; init; }
}
