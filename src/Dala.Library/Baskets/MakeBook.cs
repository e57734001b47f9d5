using System.Text;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Dala.Standards.Books;

namespace Dala.Library.Baskets;

/// <summary>A file that was made, ready to be written.</summary>
public sealed record MadeFile(string Name, string MediaType, Action<Stream, CancellationToken> Write);

/// <summary>Makes a file of a basket, if what is in it may become what it is meant to become.</summary>
public sealed class MakeBook(Store store, ShowBasket show, WordBook texts)
{
    /// <summary>Letters of a file's name before its ending.</summary>
    private const int LongestName = 60;

    public async Task<Outcome<MadeFile>> Run(string? key, string form, string origin, CancellationToken ct)
    {
        if (BookFormat.Named(form) is not { } format)
            return BasketProblems.NoSuchForm(form);
        if (await store.BasketOf(key, ct) is not { } basket)
            return BasketProblems.Unknown;
        // The book speaks the basket's language, whoever asks for it.
        var words = texts.In(basket.Language);
        var contents = await show.Of(basket, words, origin, ct);
        if (contents.IsEmpty)
            return BasketProblems.Empty;
        if (!contents.Combination.IsPossible)
            return BasketProblems.NotAllowed(contents.Verdict.Verdict.Value);

        var book = BookOfBasket.Of(contents, words);
        return new MadeFile(
            NameOf(book.Title) + format.Extension,
            format.MediaType,
            (stream, cancelled) => format.Write(book, stream, cancelled)
        );
    }

    // Names that people can read, in their own script, without what file systems take for their own.
    private static string NameOf(string title)
    {
        var name = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            if (name.Length >= LongestName)
                break;
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            )
                name.Append(rune.ToString());
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-') is { Length: > 0 } readable ? readable : "book";
    }
}
