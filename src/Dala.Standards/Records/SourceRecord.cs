using System.Globalization;
using System.Text.Json;

namespace Dala.Standards.Records;

/// <summary>One record of a file: its exact bytes, and its values by path.</summary>
public abstract class SourceRecord(Place place, ReadOnlyMemory<byte> raw)
{
    public Place Place { get; } = place;

    /// <summary>The bytes of the record as they stood in the file (in UTF-8 where the file was UTF-16), without the line break after them.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    public abstract string MediaType { get; }

    /// <summary>The record as JSON, where it is JSON.</summary>
    public virtual JsonElement? Json => null;

    /// <summary>
    /// All values at a path, in order. What is absent, null or empty gives none. Every format also knows <c>@file</c>,
    /// <c>@file-language</c>, <c>@path</c>, <c>@record</c> and <c>@line</c>.
    /// </summary>
    public IEnumerable<string> Values(string path) =>
        path switch
        {
            "@file" => [Place.File],
            "@file-language" => FileLanguage.Of(Place.File) is { } language ? [language] : [],
            "@path" => Place.Path is { } inside ? [inside] : [],
            "@record" => [Place.Record.ToString(CultureInfo.InvariantCulture)],
            "@line" => Place.Line is { } line ? [line.ToString(CultureInfo.InvariantCulture)] : [],
            _ => ValuesAt(path),
        };

    /// <summary>Every leaf that is not empty, so that what no mapping names can be kept: <see cref="Values"/> of its path gives it again.</summary>
    public abstract IEnumerable<KeyValuePair<string, string>> Leaves();

    /// <summary>The texts of a JSON object whose keys are language tags, such as <c>{"de": "…"}</c>; anything else gives none.</summary>
    public virtual IEnumerable<(string Language, string Value)> LanguageMap(string path) => [];

    /// <summary>The things that stand at a path by an <c>id</c> or a <c>name</c>, each with all that is said of it there.</summary>
    public virtual IEnumerable<NamedThing> Things(string path) => Values(path).Select(value => new NamedThing(value, value, []));

    protected abstract IEnumerable<string> ValuesAt(string path);
}
