namespace Dala.Search.Segments;

/// <summary>The sets of languages that occur together in fields, numbered; few, though there are many fields.</summary>
internal sealed class LanguageSets
{
    private const int Most = byte.MaxValue + 1;

    private readonly Dictionary<string, byte> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _names = [""];
    private readonly Dictionary<(byte, string), byte> _unions = [];

    public byte Empty => 0;

    public byte With(byte set, string language)
    {
        if (_unions.TryGetValue((set, language), out var known))
            return known;
        var primary = Primary(language);
        var number = Of(
            string.Join(
                ' ',
                _names[set]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Append(primary)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            )
        );
        _unions.Add((set, language), number);
        return number;
    }

    public byte Of(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        // With more sets than numbers, the rest count as of no known language.
        if (_names.Count == Most)
            return Empty;
        number = (byte)_names.Count;
        _numbers.Add(name, number);
        _names.Add(name);
        return number;
    }

    public void WriteTo(StringsContent names)
    {
        foreach (var name in _names)
            names.Add(SegmentContent.Encode(name));
    }

    /// <summary>The language of a BCP 47 tag without script and region.</summary>
    public static string Primary(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }
}
