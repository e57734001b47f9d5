using Dala.Standards.Licences;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Standards.Tests.Licences;

using Licences = Dala.Standards.Licences.Licences;

/// <summary>Thousands of statements with answers that the way they were made gives, and what holds of all statements.</summary>
public sealed class GeneratedStatementsTests
{
    private static readonly Lazy<List<(string Statement, string Answer)>> All = new(() => [.. GeneratedStatements.All()]);

    [Fact]
    public void Reads_every_spelling_of_every_address_and_name_as_it_was_meant()
    {
        var wrong = All
            .Value.Where(pair => Answer(pair.Statement) != pair.Answer)
            .Select(pair => $"{pair.Statement} | {pair.Answer} | {Answer(pair.Statement)}")
            .ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {All.Value.Count}\n" + string.Join('\n', wrong.Take(300)));
        Assert.True(All.Value.Count > 2000, $"{All.Value.Count}");
    }

    [Fact]
    public void Blanks_quotes_and_marks_around_a_statement_change_nothing() =>
        Prop.ForAll(
                Arb.From(Gen.Elements<(string Statement, string Answer)>(All.Value)),
                Arb.From(Gen.Elements(" ", "\t", "\n", "\u00A0", "\"", "'", "“", "„", "«", "‘", "\u200E", "")),
                Arb.From(Gen.Elements(" ", "\r\n", "\u00A0", "\"", "'", "”", "“", "»", "’", ".", ",", "\u200F", "")),
                (pair, before, after) => Answer(before + pair.Statement + after) == pair.Answer
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    /// <summary>However the words are thrown together: what is exact was stated, element by element, version and place.</summary>
    [Fact]
    public void An_exact_licence_is_never_more_than_what_is_stated() =>
        Prop.ForAll(
                Arb.From(
                    Gen.ListOf(
                            Gen.Elements(
                                "CC",
                                "Creative Commons",
                                "CC",
                                "BY",
                                "BY",
                                "Attribution",
                                "NC",
                                "NonCommercial",
                                "ND",
                                "NoDerivs",
                                "SA",
                                "ShareAlike",
                                "4.0",
                                "3.0",
                                "2.5",
                                "2.0",
                                "1.0",
                                "4",
                                "5.0",
                                "International",
                                "Unported",
                                "Generic",
                                "IGO",
                                "DE",
                                "Germany",
                                "US",
                                "license",
                                "version",
                                "or",
                                "(",
                                ")",
                                "and",
                                "?",
                                "/",
                                "not",
                                "the",
                                "licensed under",
                                "https://creativecommons.org/licenses/by/4.0/"
                            )
                        )
                        .Select(words => words.Take(8).ToList())
                ),
                words =>
                {
                    var statement = string.Join(' ', words);
                    if (Licences.Recognise(statement).Licence is not { } licence)
                        return true;
                    var isStated =
                        Elements(words).ToHashSet(StringComparer.Ordinal).SetEquals(licence.Unit.Split('-'))
                        && words.Exists(word =>
                            word.Contains(licence.Version!, StringComparison.Ordinal) || word + ".0" == licence.Version
                        )
                        && !words.Exists(word => word is "?" or "not")
                        && licence.Jurisdiction == Place(words);
                    Assert.True(isStated, $"{statement}: {licence}");
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    private static IEnumerable<string> Elements(IEnumerable<string> words) =>
        words
            .Select(word =>
                word switch
                {
                    "BY" or "Attribution" => "by",
                    "NC" or "NonCommercial" => "nc",
                    "ND" or "NoDerivs" => "nd",
                    "SA" or "ShareAlike" => "sa",
                    _ when word.StartsWith("https", StringComparison.Ordinal) => "by",
                    _ => null,
                }
            )
            .OfType<string>();

    private static string? Place(List<string> words) =>
        words.Contains("IGO") ? "igo"
        : words.Contains("DE") || words.Contains("Germany") ? "de"
        : words.Contains("US") ? "us"
        : null;

    internal static string Answer(string statement) =>
        Licences.Recognise(statement) switch
        {
            { Licence: { } licence } => licence.Uri,
            { Family: { } family } => "family " + family,
            { ReasonKey: LicenceReasons.Several } => "several",
            _ => "none",
        };
}
