namespace Dala.Library.Importing;

/// <summary>What a mapping makes of one record.</summary>
public abstract record Mapped
{
    private Mapped() { }

    /// <summary>A record that describes a resource.</summary>
    /// <param name="Identifier">What the source calls the resource.</param>
    /// <param name="Claims">Its claims, in the order of the mapping.</param>
    /// <param name="Mends">How many faults of the text were mended: control characters, doubled blanks, CR LF, other than NFC, HTML.</param>
    public sealed record Described(string Identifier, IReadOnlyList<MappedClaim> Claims, int Mends) : Mapped;

    /// <summary>A record that the mapping refuses; it goes to quarantine.</summary>
    public sealed record Refused(string Field, string Code, IReadOnlyList<string> Arguments) : Mapped;

    /// <summary>A record that is kept byte for byte and makes no resource.</summary>
    public sealed record KeptOnly : Mapped;

    /// <summary>A record that the mapping leaves out by a rule of its own, such as a folder in a tree.</summary>
    public sealed record LeftOut : Mapped;
}

/// <summary>One claim as a mapping makes it.</summary>
/// <param name="Field">One of <see cref="Fields"/>.</param>
/// <param name="RawValue">What stood in the record, or null where it is the value itself.</param>
/// <param name="Rule">The rule of the mapping: <c>oer-commons@1/title</c>.</param>
public sealed record MappedClaim(string Field, string Value, string? Language, string? RawValue, string Rule);
