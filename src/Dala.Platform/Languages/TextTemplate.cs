using System.Text;
using System.Text.Json;

namespace Dala.Platform.Languages;

/// <summary>One text as it stands in a file: a string with <c>{holes}</c>, or one such string for each plural form.</summary>
internal sealed class TextTemplate
{
    private const string Single = "";
    private readonly Dictionary<string, Part[]> forms = [];

    private readonly record struct Part(string Literal, string? Hole);

    /// <summary>The plural forms that the text has; empty where it has only one wording.</summary>
    public IEnumerable<string> Forms => forms.Keys.Where(form => form != Single);

    /// <summary>The names of all holes, once each.</summary>
    public IEnumerable<string> Holes =>
        forms
            .Values.SelectMany(parts => parts)
            .Select(part => part.Hole)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);

    public static TextTemplate Read(string key, JsonElement element)
    {
        var template = new TextTemplate();
        if (element.ValueKind == JsonValueKind.String)
        {
            template.forms[Single] = Parse(key, element.GetString()!);
            return template;
        }

        if (element.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"The text {key} is neither a string nor an object of plural forms.");
        foreach (var form in element.EnumerateObject())
            template.forms[form.Name] = Parse(key, form.Value.GetString() ?? "");
        if (!template.forms.ContainsKey("other"))
            throw new InvalidDataException($"The text {key} has no plural form \"other\".");
        return template;
    }

    public string Fill(Words words, ReadOnlySpan<(string Name, object? Value)> holes)
    {
        var parts = Wording(words, holes);
        // Most names of things have no hole, and a page of results shows a hundred.
        if (parts is [{ Hole: null } whole])
            return whole.Literal;
        var filled = new StringBuilder();
        foreach (var part in parts)
        {
            filled.Append(part.Literal);
            if (part.Hole is null)
                continue;
            // A hole that nobody fills stays visible: a gap in a sentence would hide the mistake.
            if (Find(holes, part.Hole, out var value))
                filled.Append(words.Say(value));
            else
                filled.Append('{').Append(part.Hole).Append('}');
        }

        return filled.ToString();
    }

    private Part[] Wording(Words words, ReadOnlySpan<(string Name, object? Value)> holes)
    {
        if (forms.TryGetValue(Single, out var only))
            return only;
        // Problems have positional arguments only; their first number then chooses the form.
        decimal? count = null;
        foreach (var (name, value) in holes)
        {
            if (Words.AsNumber(value) is not { } number)
                continue;
            if (name == "count")
            {
                count = number;
                break;
            }

            if (char.IsAsciiDigit(name[0]))
                count ??= number;
        }

        var form = count is null ? "other" : PluralRules.Form(words.Language, count.Value);
        return forms.GetValueOrDefault(form) ?? forms["other"];
    }

    private static bool Find(ReadOnlySpan<(string Name, object? Value)> holes, string name, out object? value)
    {
        foreach (var hole in holes)
        {
            if (hole.Name == name)
            {
                value = hole.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    private static Part[] Parse(string key, string text)
    {
        var parts = new List<Part>();
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var length = rest[open..].IndexOf('}');
            if (length < 2)
                throw new InvalidDataException($"The text {key} has a hole that is not closed or has no name.");
            parts.Add(new Part(rest[..open].ToString(), rest.Slice(open + 1, length - 1).ToString()));
            rest = rest[(open + length + 1)..];
        }

        parts.Add(new Part(rest.ToString(), null));
        return [.. parts];
    }
}
