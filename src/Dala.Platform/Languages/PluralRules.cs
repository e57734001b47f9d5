using System.Globalization;

namespace Dala.Platform.Languages;

/// <summary>Which plural form a number takes in a language: the cardinal rules of CLDR 48, for the languages that the interface may speak.</summary>
public static class PluralRules
{
    private static readonly string[] OtherOnly = ["other"];
    private static readonly string[] OneOther = ["one", "other"];
    private static readonly string[] Romance = ["one", "many", "other"];
    private static readonly string[] EastSlavic = ["one", "few", "many", "other"];
    private static readonly string[] Arabic = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The forms that a text in this language must have.</summary>
    public static IReadOnlyList<string> Forms(string language) =>
        language switch
        {
            "zh" or "tg" => OtherOnly,
            "ar" => Arabic,
            "ru" or "uk" or "be" => EastSlavic,
            "fr" or "es" or "pt" => Romance,
            _ => OneOther,
        };

    /// <summary>The form for a number, written with as many fraction digits as the decimal carries.</summary>
    public static string Form(string language, decimal number)
    {
        var text = Math.Abs(number).ToString(CultureInfo.InvariantCulture);
        var whole = decimal.Truncate(Math.Abs(number));
        var isWhole = whole == Math.Abs(number);
        // CLDR's operand v: 1.0 is written with a fraction digit and is therefore not "one" in English.
        var hasFraction = text.Contains('.', StringComparison.Ordinal);

        return language switch
        {
            "zh" or "tg" => "other",
            "ar" => isWhole ? ArabicForm(whole) : "other",
            "ru" or "uk" => hasFraction ? "other" : SlavicForm(whole),
            "be" => isWhole ? SlavicForm(whole) : "other",
            "fr" or "pt" => whole is 0 or 1 ? "one" : MillionsForm(whole, hasFraction),
            "es" => isWhole && whole == 1 ? "one" : MillionsForm(whole, hasFraction),
            "en" or "de" or "sv" => whole == 1 && !hasFraction ? "one" : "other",
            _ => isWhole && whole == 1 ? "one" : "other",
        };
    }

    private static string ArabicForm(decimal number) =>
        (number, number % 100) switch
        {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, >= 3 and <= 10) => "few",
            (_, >= 11) => "many",
            _ => "other",
        };

    private static string SlavicForm(decimal number) =>
        (number % 10, number % 100) switch
        {
            (_, >= 11 and <= 14) => "many",
            (1, _) => "one",
            (>= 2 and <= 4, _) => "few",
            _ => "many",
        };

    private static string MillionsForm(decimal whole, bool hasFraction) =>
        whole != 0 && whole % 1_000_000 == 0 && !hasFraction ? "many" : "other";
}
