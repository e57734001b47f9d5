using Dala.Library.Showing;
using Dala.Platform.Languages;
using Dala.Standards.Books;
using Dala.Standards.Licences;

namespace Dala.Library.Crediting;

/// <summary>
/// Says a credit in the reader's language, sentence by sentence. What is asked differs by version: up to 3.0 the title must be named and an adaptation
/// marked, 4.0 asks to mark every modification (CC BY 3.0, 4(b); 4.0, 3(a)); we name and mark always, which satisfies all.
/// </summary>
public static class CreditText
{
    // Stand in a text for what is put there as a piece of its own; from the private use area, so that no text holds them.
    private const char First = '\uE000';

    /// <summary>The sentences about a work, without those about the works it was made from.</summary>
    private static List<CreditSentence> Of(Credit credit, Words words)
    {
        var sentences = new List<CreditSentence> { Work(credit, words) };
        Add("library.credit.illustrators", "names", Named(credit.Illustrators, words));
        Add("library.credit.translators", "names", Named(credit.Translators, words));
        Add("library.credit.contributors", "names", Named(credit.Contributors, words));
        if (credit.Authors.Count > 0 && credit.Publisher is { } publisher && !credit.Authors.Contains(publisher))
            Add("library.credit.publisher", "name", new CreditPiece(publisher, CreditRole.Author));
        Add("library.credit.source", "source", SourceOf(credit));
        sentences.Add(Licence(credit.Licence, words));
        if (credit.Change is { Length: > 0 } change)
            Add(
                "library.credit.changes",
                "changes",
                new CreditPiece(change, CreditRole.Change) { Language = credit.ChangeLanguage }
            );
        sentences.AddRange(Notices(credit, words));
        return sentences;

        void Add(string key, string hole, CreditPiece? piece)
        {
            if (piece is not null)
                sentences.Add(Said(words, key, (hole, [piece])));
        }
    }

    /// <summary>The same in one line, with the stops and blanks between the sentences.</summary>
    public static IReadOnlyList<CreditPiece> Pieces(Credit credit, Words words)
    {
        var pieces = new List<CreditPiece>();
        foreach (var sentence in Of(credit, words))
        {
            if (pieces.Count > 0)
                pieces.Add(new CreditPiece(" "));
            pieces.AddRange(sentence.Pieces);
            if (!sentence.EndsByItself)
                pieces.Add(new CreditPiece("."));
        }

        return pieces;
    }

    /// <summary>The words that stand before a work that another was made from.</summary>
    public static string BasedOn(Words words) => words["library.credit.based-on"].Value;

    private static CreditSentence Work(Credit credit, Words words)
    {
        var title = new CreditPiece(credit.Title ?? "", CreditRole.Title, credit.Url) { Language = credit.TitleLanguage };
        var authors =
            Named(credit.Authors, words)
            ?? (credit.Publisher is { } publisher ? new CreditPiece(publisher, CreditRole.Author) : null);
        return (string.IsNullOrEmpty(credit.Title), authors) switch
        {
            (true, { } who) => new CreditSentence([who]),
            (_, { } who) => Said(words, "library.credit.work", ("title", [title]), ("authors", [who])),
            _ => Said(words, "library.credit.work.no-author", ("title", [title])),
        };
    }

    private static CreditPiece? SourceOf(Credit credit) =>
        credit.Source is { } source ? new CreditPiece(source, CreditRole.Source, credit.Url)
        : credit.Url is { } url ? new CreditPiece(url, CreditRole.Source, url)
        : null;

    private static CreditSentence Licence(LicenceReading reading, Words words) =>
        Said(
            words,
            "library.credit.licence",
            // Where no licence is named exactly, the words about it are the reader's own.
            (
                "licence",
                [
                    new CreditPiece(
                        LicenceLabel.Of(reading, words),
                        reading.Licence is null ? CreditRole.Words : CreditRole.Licence,
                        reading.Licence?.Uri
                    ),
                ]
            )
        );

    // Intergovernmental organisations ask that nobody takes them to stand behind a changed version (CC BY 3.0 IGO, 4(b) and 8).
    private static IEnumerable<CreditSentence> Notices(Credit credit, Words words)
    {
        if (credit.Change is null or "" || credit.Licence.Licence?.Jurisdiction != "igo")
            yield break;
        var whose = credit.Publisher ?? Named(credit.Authors, words)?.Text;
        if (whose is not null)
            yield return Said(words, "library.credit.igo", ("name", [new CreditPiece(whose, CreditRole.Author)]));
    }

    private static CreditPiece? Named(IReadOnlyList<string> names, Words words) =>
        names.Count == 0 ? null : new CreditPiece(words.List(names), CreditRole.Author);

    /// <summary>A text whose holes are filled with pieces that keep what they are.</summary>
    private static CreditSentence Said(
        Words words,
        string key,
        params ReadOnlySpan<(string Hole, IReadOnlyList<CreditPiece> Pieces)> filled
    )
    {
        var holes = new (string Name, object? Value)[filled.Length];
        for (var i = 0; i < filled.Length; i++)
            holes[i] = (filled[i].Hole, ((char)(First + i)).ToString());
        var text = words[key, holes].Value;
        var pieces = new List<CreditPiece>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < First || text[at] >= First + filled.Length)
                continue;
            if (at > start)
                pieces.Add(new CreditPiece(text[start..at]));
            pieces.AddRange(filled[text[at] - First].Pieces);
            start = at + 1;
        }

        if (start < text.Length)
            pieces.Add(new CreditPiece(text[start..]));
        return new CreditSentence(pieces);
    }
}
