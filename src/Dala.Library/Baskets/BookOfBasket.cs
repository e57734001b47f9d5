using Dala.Library.Crediting;
using Dala.Library.Showing;
using Dala.Platform.Languages;
using Dala.Platform.Web;
using Dala.Standards.Books;
using Dala.Standards.Licences;

namespace Dala.Library.Baskets;

/// <summary>The book that a basket becomes: its texts in order, each with its licence and its credit, and a sheet with all credits.</summary>
internal static class BookOfBasket
{
    /// <summary>The book of a basket.</summary>
    /// <param name="words">In the basket's language.</param>
    public static Book Of(BasketContents contents, Words words)
    {
        var basket = contents.Basket;
        var title = TitleOf(contents, words);
        var isCollection = basket.Making == Making.Collection;
        var notices = new List<string> { words[isCollection ? "library.book.collection" : "library.book.adaptation"].Value };
        if (isCollection && contents.Licence?.Permissions.NonCommercial == true)
            notices.Add(words["library.book.not-sold"].Value);
        return new Book
        {
            Identifier = $"urn:uuid:{basket.Id}",
            Title = title,
            Language = basket.Language,
            Creators = basket.Author.Length > 0 ? [basket.Author] : [],
            Modified = basket.ChangedAt,
            Licence = contents.Licence is { } licence ? new BookLicence(licence.Label, licence.Uri) : null,
            Notices = notices,
            Parts = [.. contents.Works.Where(work => !work.IsGone).Select(work => Part(work, words))],
            Sheet = new BookSheet
            {
                Heading = words["library.book.credits"].Value,
                Introduction = [words["library.book.credits.lead"].Value],
                Credits =
                [
                    .. contents.Works.Select(work => work.Credit).OfType<Credit>().Select(credit => Credited(credit, words)),
                ],
                Notices = [contents.Verdict.Notice.Value],
            },
            Words = new BookWords
            {
                Contents = words["library.book.contents"].Value,
                TitlePage = words["library.book.title-page"].Value,
                Licence = words["library.book.licence"].Value,
                PartLicence = words["library.book.part-licence"].Value,
                Credit = words["library.book.credit"].Value,
                Changes = words["library.book.changes"].Value,
                OwnText = words["library.book.own-text"].Value,
                Accessibility = words["library.book.accessibility"].Value,
            },
        };
    }

    /// <summary>What it is called: as somebody said, or after what is in it.</summary>
    public static string TitleOf(BasketContents contents, Words words) =>
        contents.Basket.Title.Length > 0
            ? contents.Basket.Title
            : words.List(contents.Works.Where(work => work.Title.Length > 0).Take(3).Select(work => work.Title));

    private static BookPart Part(BasketWork work, Words words)
    {
        // Only named and linked, or not held here: then the credit with its address is all there is.
        var isLinked = work.Item.IsLink || work.Text is null;
        return new BookPart
        {
            Title = work.Title,
            Language = isLinked && work.TextLanguage is null ? work.TitleLanguage : work.TextLanguage,
            Blocks = isLinked ? Linked(work, words) : Blocks(work.Text!),
            Credit = work.Credit is { } credit ? Credited(credit, words) : null,
            Licence = work.Credit is { } named
                ? new BookLicence(LicenceLabel.Of(named.Licence, words), named.Licence.Licence?.Uri)
                : null,
            ChangeNote = work.ChangedHere,
            IsOwnText = work.Item.IsOwnText,
        };
    }

    private static List<BookBlock> Linked(BasketWork work, Words words) =>
        work.Credit?.Url is { } url
            ?
            [
                new BookBlock.Paragraph([BookLine.Of(words["library.book.linked"].Value)]),
                new BookBlock.Paragraph([new BookLine([new BookRun(url, url)])]),
            ]
            : [];

    private static List<BookBlock> Blocks(string text) =>
        [
            .. TextStructure
                .Blocks(text)
                .Select(block =>
                    block switch
                    {
                        TextBlock.Bullets bullets => new BookBlock.Bullets([.. bullets.Items.Select(Line)]),
                        TextBlock.Steps steps => new BookBlock.Steps(steps.First, [.. steps.Items.Select(Line)]),
                        TextBlock.PageBreak => new BookBlock.PageBreak(),
                        TextBlock.Paragraph paragraph => new BookBlock.Paragraph([.. paragraph.Lines.Select(Line)]),
                        _ => (BookBlock)new BookBlock.Paragraph([]),
                    }
                ),
        ];

    private static BookLine Line(string line) =>
        new([.. TextStructure.Pieces(line).Select(piece => new BookRun(piece.Piece, piece.IsAddress ? piece.Piece : null))]);

    private static BookCredit Credited(Credit credit, Words words) =>
        new()
        {
            Pieces = CreditText.Pieces(credit, words),
            Ancestors =
            [
                .. credit.Ancestors.Select(ancestor => new BookCredit
                {
                    Pieces = [new CreditPiece(CreditText.BasedOn(words) + " "), .. CreditText.Pieces(ancestor, words)],
                }),
            ],
        };
}
