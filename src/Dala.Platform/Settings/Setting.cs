using System.Globalization;

namespace Dala.Platform.Settings;

/// <summary>
/// One thing an operator may set. Its meaning stands in the texts under <c>setting.NAME</c>; <c>docs/operate/settings.md</c> is made from both.
/// </summary>
/// <param name="Name">Lower case, dotted: <c>import.batch</c>. In the environment it is <c>DALA_IMPORT_BATCH</c>.</param>
/// <param name="DefaultText">The value where nobody sets it, as it would be written.</param>
public abstract record Setting(string Name, string DefaultText)
{
    /// <summary>The name of this setting in the environment.</summary>
    public string EnvironmentName => "DALA_" + Name.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    /// <summary>The value that the text means, or null where it cannot be read.</summary>
    public abstract object? Read(string text);

    public static Setting<string> Text(string name, string value) => new(name, value, text => text);

    public static Setting<int> Whole(string name, int value, int least = 0, int most = int.MaxValue) =>
        new(
            name,
            value.ToString(CultureInfo.InvariantCulture),
            text =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? number
                    : null
        );

    public static Setting<bool> Switch(string name, bool value) =>
        new(
            name,
            value ? "true" : "false",
            text =>
                text switch
                {
                    "true" => true,
                    "false" => false,
                    _ => null,
                }
        );

    /// <summary>A number of bytes, written plain or with KB, MB or GB (powers of 1,024).</summary>
    public static Setting<long> Size(string name, string value) => new(name, value, text => ByteSize.Read(text));

    /// <summary>A number of seconds.</summary>
    public static Setting<TimeSpan> Seconds(string name, int value) =>
        new(
            name,
            value.ToString(CultureInfo.InvariantCulture),
            text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(seconds)
                    : null
        );

    public static Setting<string> OneOf(string name, params string[] values) =>
        new(name, values[0], text => values.Contains(text) ? text : null) { Choices = values };

    /// <summary>The only values allowed, where there are such.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>A setting whose value is a <typeparamref name="T"/>.</summary>
public sealed record Setting<T>(string Name, string DefaultText, Func<string, object?> Reader) : Setting(Name, DefaultText)
{
    public override object? Read(string text) => Reader(text);
}
