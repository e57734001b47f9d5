using System.Buffers;

namespace Dala.Library.Finding;

/// <summary>A part of a question as it was typed.</summary>
/// <param name="IsPlain">Whether it is a word and nothing more: no phrase, no exclusion, no star, no field.</param>
public sealed record QuestionPart(string Text, int Start, bool IsPlain);

/// <summary>Takes a question apart where a person would, for what is said about it; what it finds is the engine's to read.</summary>
public static class Question
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"\u201C\u201D\u201E\u201F«»");

    public static IReadOnlyList<QuestionPart> Parts(string question)
    {
        var parts = new List<QuestionPart>();
        for (var place = 0; place < question.Length; )
        {
            if (char.IsWhiteSpace(question[place]))
            {
                place++;
                continue;
            }

            var start = place;
            var quote = question[place] is '-' or '\u2212' ? place + 1 : place;
            place = quote < question.Length && Quotes.Contains(question[quote]) ? EndOfPhrase(question, quote) : place;
            while (place < question.Length && !char.IsWhiteSpace(question[place]))
                place++;
            var text = question[start..place];
            parts.Add(new QuestionPart(text, start, IsPlain(text)));
        }

        return parts;
    }

    /// <summary>The question without one of its parts.</summary>
    public static string Without(IReadOnlyList<QuestionPart> parts, QuestionPart left) =>
        string.Join(' ', parts.Where(part => part != left).Select(part => part.Text));

    private static bool IsPlain(string text) =>
        text[0] is not ('-' or '\u2212')
        && !text.AsSpan().ContainsAny(Quotes)
        && !text.Contains(':', StringComparison.Ordinal)
        && text[^1] is not ('*' or '~');

    // A quotation mark without its partner begins no phrase.
    private static int EndOfPhrase(string question, int quote)
    {
        for (var place = quote + 1; place < question.Length; place++)
        {
            if (Quotes.Contains(question[place]))
                return place + 1;
        }

        return quote + 1;
    }
}
