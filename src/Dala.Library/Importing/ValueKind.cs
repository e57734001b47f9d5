using System.Globalization;
using Dala.Standards.Languages;
using Dala.Standards.Licences;
using Dala.Standards.Texts;

namespace Dala.Library.Importing;

/// <summary>What a value is, and so what it must look like to be a claim.</summary>
internal enum ValueKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Text with lines and paragraphs.</summary>
    Text,

    /// <summary>HTML; only its text structure is kept.</summary>
    Html,

    /// <summary>A name made for an address, such as <c>area-builder</c>.</summary>
    Slug,
    Language,
    Licence,
    Date,
    Url,

    /// <summary>A code of ISCED-F 2013.</summary>
    Subject,

    /// <summary>A level of ISCED 2011.</summary>
    Level,

    /// <summary>One of <see cref="AccessTerms"/>.</summary>
    Access,

    /// <summary>Another work, by its id or its name; an object with more of it is kept whole as what stood there.</summary>
    Reference,
}

/// <summary>A value as a claim holds it: null where it is not of its kind, empty where nothing is left of it.</summary>
internal readonly record struct MadeValue(string? Value, int Mends, string? Step = null)
{
    public static MadeValue NotOfItsKind => default;
}

/// <summary>Makes claim values of raw values.</summary>
internal static class ValueKinds
{
    /// <summary>The tag that says that nobody knows the language (RFC 5646 §4.1); it is not one.</summary>
    private const string Undetermined = "und";

    private static readonly KnownReadings<LanguageReading> KnownLanguages = new(LanguageTags.Read);
    private static readonly KnownReadings<MadeValue> KnownLicences = new(ReadLicence);

    /// <summary>The kind that values of a field are, unless a rule says otherwise.</summary>
    public static ValueKind Of(string field) =>
        field switch
        {
            Fields.Description or Fields.Text or Fields.Change => ValueKind.Text,
            Fields.Language => ValueKind.Language,
            Fields.Licence => ValueKind.Licence,
            Fields.Published or Fields.Modified => ValueKind.Date,
            Fields.Url => ValueKind.Url,
            Fields.Subject => ValueKind.Subject,
            Fields.Level => ValueKind.Level,
            Fields.Access => ValueKind.Access,
            _ => ValueKind.Line,
        };

    public static MadeValue Make(ValueKind kind, string raw) =>
        kind switch
        {
            ValueKind.Line or ValueKind.Reference => Line(raw),
            ValueKind.Text => Text(raw),
            ValueKind.Html => Html(raw),
            ValueKind.Slug => Slug(raw),
            ValueKind.Language => Language(raw),
            ValueKind.Licence => KnownLicences.Of(raw),
            ValueKind.Date => Checked(raw, IsDate),
            ValueKind.Url => Url(raw),
            ValueKind.Subject => Checked(raw, IsSubject),
            ValueKind.Access => Checked(raw, AccessTerms.All.Contains),
            _ => Checked(raw, IsLevel),
        };

    /// <summary>A code of ISCED-F 2013 has two digits for the broad, three for the narrow and four for the detailed field.</summary>
    public static bool IsSubject(string value) =>
        value.Length is 2 or 3 or 4 && !value.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The BCP 47 tag that a statement names, or null.</summary>
    public static string? Tag(string statement) => KnownLanguages.Of(statement).Tag is { } tag and not Undetermined ? tag : null;

    public static bool IsLevel(string value) => value is [>= '0' and <= '8'];

    private static MadeValue Line(string raw) => Of(Mending.MendLine(raw));

    private static MadeValue Text(string raw) => Of(Mending.Mend(raw));

    /// <summary>Taking the markup out counts as one mend, whatever there was of it.</summary>
    private static MadeValue Html(string raw) => SafeText.LooksLikeHtml(raw) ? new(SafeText.FromHtml(raw), 1) : Text(raw);

    private static MadeValue Of(Mended mended) => new(mended.Value, Count(mended.Mends));

    private static int Count(Mends mends) => mends.Controls + mends.Normalised + mends.LineEnds + mends.Blanks + mends.Entities;

    private static MadeValue Checked(string raw, Func<string, bool> isOfItsKind)
    {
        var line = Line(raw);
        return line.Value!.Length == 0 || isOfItsKind(line.Value) ? line : MadeValue.NotOfItsKind;
    }

    private static MadeValue Slug(string raw)
    {
        var line = Line(raw.Replace('-', ' ').Replace('_', ' '));
        return line.Value is [var first, ..] ? line with { Value = char.ToUpperInvariant(first) + line.Value[1..] } : line;
    }

    private static MadeValue Language(string raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return new("", 0);
        var reading = KnownLanguages.Of(raw);
        if (reading.Tag is null or Undetermined)
            return MadeValue.NotOfItsKind;
        return new(reading.Tag, 0, reading.Rule == LanguageRules.Exact ? null : reading.Rule);
    }

    private static MadeValue ReadLicence(string raw) =>
        Licences.Recognise(raw).Licence is { } licence ? new(licence.Uri, 0) : Line(raw);

    private static MadeValue Url(string raw)
    {
        var line = Line(raw);
        var text = line.Value!;
        if (text.Length == 0)
            return line;
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https" or "ftp")
            || uri.Host.Length == 0
        )
            return MadeValue.NotOfItsKind;
        return text.AsSpan().ContainsAny(" <>\"") ? line with { Value = uri.AbsoluteUri } : line;
    }

    /// <summary>ISO 8601: a year, a month, a day, or a day with its time.</summary>
    private static bool IsDate(string value) =>
        value.Length is > 2 and < 5 && !value.AsSpan().ContainsAnyExceptInRange('0', '9')
        || DateTimeOffset.TryParseExact(
            value.Length > 19 && value[19] == '.' ? WithoutFraction(value) : value,
            [
                "yyyy-MM",
                "yyyy-MM-dd",
                "yyyy-MM-dd'T'HH:mm",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ssK",
                "yyyy-MM-dd'T'HH:mmK",
            ],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _
        );

    private static string WithoutFraction(string value)
    {
        var end = value.AsSpan(20).IndexOfAnyExceptInRange('0', '9');
        return string.Concat(value.AsSpan(0, 19), end < 0 ? "" : value.AsSpan(20 + end));
    }
}
