namespace Dala.Library;

/// <summary>Where records come from: a catalogue somebody keeps, with what its makers ask to be said about it.</summary>
public sealed class Source
{
    public required Guid Id { get; init; }

    /// <summary>The short name that commands and addresses use; unique.</summary>
    public required string Name { get; init; }
    public required string Title { get; set; }

    /// <summary>Where the catalogue lives.</summary>
    public string? Url { get; set; }

    /// <summary>The licence of the catalogue's data, not of the works in it.</summary>
    public string? Licence { get; set; }

    /// <summary>The credit that the catalogue asks for.</summary>
    public string? Attribution { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
