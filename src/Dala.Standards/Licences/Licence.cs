namespace Dala.Standards.Licences;

/// <summary>A public licence or public-domain tool that is known exactly: which one, which version, which port.</summary>
public sealed record Licence
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> titles;

    internal Licence(Func<IReadOnlyDictionary<string, string>> titles) => this.titles = new(titles);

    /// <summary>The canonical address; for Creative Commons https and a slash at the end.</summary>
    public required string Uri { get; init; }

    /// <summary>The kind of licence without its version: <c>by-sa</c>, <c>zero</c>, <c>mark</c>, <c>GFDL</c>.</summary>
    public required string Unit { get; init; }

    public string? Version { get; init; }

    /// <summary>The port: <c>igo</c>, <c>us</c>, <c>scotland</c>; null for the general licence.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What the licence permits, in the words of <c>http://creativecommons.org/ns#</c>.</summary>
    public required IReadOnlyList<string> Permits { get; init; }

    public required IReadOnlyList<string> Requires { get; init; }

    public required IReadOnlyList<string> Prohibits { get; init; }

    /// <summary>The day from which its publisher advises against it; null while it is current.</summary>
    public DateOnly? Deprecated { get; init; }

    /// <summary>The short name: <c>CC BY-SA 3.0 IGO</c>.</summary>
    public required string Label { get; init; }

    public string? Spdx { get; init; }

    public bool IsCreativeCommons => Uri.StartsWith("https://creativecommons.org/", StringComparison.Ordinal);

    /// <summary>Official titles by language tag; English is always there.</summary>
    public IReadOnlyDictionary<string, string> Titles => titles.Value;

    /// <summary>What one may do under it; derived from what it permits, requires and prohibits.</summary>
    public Permissions Permissions => field ??= Permissions.Of(this);

    public Tier Tier => field == default ? field = Permissions.TierOf(this) : field;

    public bool Equals(Licence? other) => other is not null && Uri == other.Uri && Spdx == other.Spdx;

    public override int GetHashCode() => Uri.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Label;
}
