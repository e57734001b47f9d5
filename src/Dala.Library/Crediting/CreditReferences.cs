using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Dala.Library.Showing;
using Dala.Platform.Languages;
using Dala.Standards.Citations;

namespace Dala.Library.Crediting;

/// <summary>A credit as a reference for programs that keep literature.</summary>
public static class CreditReferences
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string BibTex(Credit credit, Words words) => Dala.Standards.Citations.BibTex.Of(Of(credit, words));

    public static string Csl(IReadOnlyList<Credit> credits, Words words) =>
        new JsonArray([.. credits.Select(credit => (JsonNode)CslJson.Of(Of(credit, words)))]).ToJsonString(Readable);

    private static CitedWork Of(Credit credit, Words words) =>
        new()
        {
            Title = credit.Title ?? "",
            Authors = credit.Authors,
            Translators = credit.Translators,
            Illustrators = credit.Illustrators,
            Publisher = credit.Publisher,
            Published = credit.Published,
            Language = credit.Languages.Count == 1 ? credit.Languages[0] : credit.TitleLanguage,
            Url = credit.Url,
            Collection = credit.Source,
            Licence = credit.Licence.Licence?.Uri ?? LicenceLabel.Of(credit.Licence, words),
            Note = string.Join(
                "; ",
                ((string?[])[credit.Change])
                    .OfType<string>()
                    .Concat(
                        credit.Ancestors.Select(ancestor => $"{CreditText.BasedOn(words)} {CreditLine.Slide(ancestor, words)}")
                    )
            ),
        };
}
