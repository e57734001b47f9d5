using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dala.Platform.Languages;

/// <summary>The interface texts in one language, with a fallback to English that is marked as such, and this language's numbers, dates and lists.</summary>
public sealed class Words
{
    private readonly FrozenDictionary<string, TextTemplate> texts;
    private readonly Words? fallback;
    private readonly bool isolates = true;

    internal Words(InterfaceLanguage language, FrozenDictionary<string, TextTemplate> texts, Words? fallback)
    {
        Language = language.Tag;
        Direction = language.Direction;
        this.texts = texts;
        this.fallback = fallback;
    }

    private Words(Words other)
    {
        Language = other.Language;
        Direction = other.Direction;
        texts = other.texts;
        fallback = other.fallback?.ForTerminal();
        isolates = false;
    }

    /// <summary>The BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; }

    /// <summary>A text by its key, with its holes filled; the hole <c>count</c> chooses the plural form.</summary>
    public Text this[string key, params ReadOnlySpan<(string Name, object? Value)> holes]
    {
        get
        {
            if (texts.TryGetValue(key, out var template))
                return Text.Of(template.Fill(this, holes), Language);
            if (fallback is not null && fallback.texts.ContainsKey(key))
                return Text.Marked(fallback[key, holes].Value, fallback.Language);
            return Text.Of($"⟦{key}⟧", Language);
        }
    }

    /// <summary>Whether there is a text for the key, in this language or in English.</summary>
    public bool Has(string key) => texts.ContainsKey(key) || fallback?.Has(key) == true;

    /// <summary>The same texts without invisible marks around values: what stands on a terminal is copied into the next command.</summary>
    public Words ForTerminal() => new(this);

    /// <summary>What a problem says.</summary>
    public Text Say(Problem problem) => Positional(problem.Code, problem.Arguments);

    /// <summary>What a fault says.</summary>
    public Text Say(Fault fault) => Positional(fault.Code, fault.Arguments);

    /// <summary>A value as it stands in a sentence: numbers, dates and lists in the manner of the language.</summary>
    public string Say(object? value) =>
        value switch
        {
            null => "",
            Text text => Isolated(text.Value),
            string text => Isolated(text),
            DateOnly date => Date(date),
            DateTimeOffset moment => Moment(moment),
            IEnumerable<string> items => List(items),
            IEnumerable<Text> items => List(items.Select(item => item.Value)),
            _ when AsNumber(value) is { } number => Number(number),
            _ => Isolated(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        };

    /// <summary>A number with its digits grouped: 1,234.5. At most two fraction digits are shown.</summary>
    public string Number(decimal number)
    {
        var invariant = number.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return string.Concat(
            invariant.Select(letter =>
                letter switch
                {
                    ',' => Plain("platform.number.group"),
                    '.' => Plain("platform.number.decimal"),
                    '-' => "\u2212",
                    _ => letter.ToString(),
                }
            )
        );
    }

    /// <summary>A share of one as a percentage: 0.125 is 12.5 %.</summary>
    public string Percent(decimal share) => this["platform.number.percent", ("number", share * 100)].Value;

    /// <summary>A number of bytes in the largest unit that leaves at least one of it (1 KB is 1,024 bytes).</summary>
    public string Size(long bytes) =>
        bytes switch
        {
            < 1L << 10 => this["platform.size.bytes", ("count", bytes)].Value,
            < 1L << 20 => this["platform.size.kilobytes", ("number", Rounded(bytes, 1L << 10))].Value,
            < 1L << 30 => this["platform.size.megabytes", ("number", Rounded(bytes, 1L << 20))].Value,
            _ => this["platform.size.gigabytes", ("number", Rounded(bytes, 1L << 30))].Value,
        };

    /// <summary>A date with the month as a word.</summary>
    public string Date(DateOnly date) =>
        Plain("platform.date.pattern")
            .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(
                "{month}",
                Plain($"platform.date.month.{date.Month.ToString(CultureInfo.InvariantCulture)}"),
                StringComparison.Ordinal
            )
            .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A date with its time of day, to the minute, in UTC and saying so.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return Plain("platform.date.moment")
            .Replace("{date}", Date(DateOnly.FromDateTime(utc)), StringComparison.Ordinal)
            .Replace("{time}", utc.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Several things as one phrase: a, b and c.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.Select(Isolated).ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            2 => Joined("platform.list.two", all[0], all[1]),
            _ => Joined(
                "platform.list.end",
                all.Take(all.Count - 1).Aggregate((left, right) => Joined("platform.list.middle", left, right)),
                all[^1]
            ),
        };
    }

    internal static decimal? AsNumber(object? value) =>
        value switch
        {
            int number => number,
            long number => number,
            decimal number => number,
            double number when double.IsFinite(number) && Math.Abs(number) < 1e28 => (decimal)number,
            float number when float.IsFinite(number) && Math.Abs(number) < 1e28 => (decimal)number,
            short or byte or uint or ushort or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            _ => null,
        };

    private static decimal Rounded(long bytes, long unit) => decimal.Round((decimal)bytes / unit, 1);

    private string Joined(string pattern, string left, string right) =>
        Plain(pattern).Replace("{left}", left, StringComparison.Ordinal).Replace("{right}", right, StringComparison.Ordinal);

    // A hole that nobody fills stays as it is: the patterns of dates and lists are filled by the methods above.
    private string Plain(string key) =>
        texts.TryGetValue(key, out var template) ? template.Fill(this, []) : fallback?.Plain(key) ?? key;

    private Text Positional(string code, object[] arguments)
    {
        var holes = new (string Name, object? Value)[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            holes[i] = (i.ToString(CultureInfo.InvariantCulture), arguments[i]);
        return this[code, holes];
    }

    // Words that run the other way are isolated (Unicode Bidirectional Algorithm, FSI and PDI), or they would reorder the sentence around them.
    private string Isolated(string text) => isolates && RunsAgainst(text) ? $"\u2068{text}\u2069" : text;

    private bool RunsAgainst(string text)
    {
        var leftwards = Direction == TextDirection.RightToLeft;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsRightToLeft(rune) != leftwards && Rune.IsLetter(rune))
                return true;
        }

        return false;
    }

    private static bool IsRightToLeft(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
