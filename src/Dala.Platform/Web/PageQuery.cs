using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dala.Platform.Web;

/// <summary>The query of an address, from which the addresses of filters and of neighbouring pages are made.</summary>
public sealed class PageQuery
{
    /// <summary>Where the page begins (<see cref="PageTrail"/>).</summary>
    public const string After = "after";

    private readonly (string Name, string Value)[] pairs;

    private PageQuery(IEnumerable<(string Name, string Value)> pairs) => this.pairs = [.. pairs];

    public static PageQuery Empty { get; } = new([]);

    /// <summary>What was asked; fields of a form that were left empty are dropped.</summary>
    public static PageQuery Of(IQueryCollection query) =>
        new(from pair in query from value in pair.Value where !string.IsNullOrEmpty(value) select (pair.Key, value));

    /// <summary>The names and values, in the order of the address.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs => pairs;

    /// <summary>The only or first value of a name.</summary>
    public string? this[string name] => pairs.FirstOrDefault(pair => pair.Name == name).Value;

    public bool Has(string name, string value) => pairs.Contains((name, value));

    /// <summary>One more value; the list begins again at its first page.</summary>
    public PageQuery With(string name, string value) =>
        new([.. FromTheStart.Where(pair => pair != (name, value)), (name, value)]);

    /// <summary>One value less; the list begins again at its first page.</summary>
    public PageQuery Without(string name, string value) => new(FromTheStart.Where(pair => pair != (name, value)));

    /// <summary>No value of this name; the list begins again at its first page.</summary>
    public PageQuery Without(string name) => new(FromTheStart.Where(pair => pair.Name != name));

    /// <summary>This value and no other of its name; the list begins again at its first page.</summary>
    public PageQuery Only(string name, string value) => Without(name).With(name, value);

    /// <summary>The query as it stands in an address, with its question mark, or empty.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs)
            text.Append(text.Length == 0 ? '?' : '&')
                .Append(Uri.EscapeDataString(name))
                .Append('=')
                .Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    private IEnumerable<(string Name, string Value)> FromTheStart => pairs.Where(pair => pair.Name != After);
}
