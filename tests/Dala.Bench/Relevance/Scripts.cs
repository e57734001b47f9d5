namespace Dala.Bench.Relevance;

/// <summary>Tells Cyrillic text from Latin.</summary>
internal static class Scripts
{
    /// <summary>Whether one text is mostly Cyrillic and the other mostly Latin.</summary>
    public static bool Differ(string one, string other) => Lean(one) * Lean(other) < 0;

    // Positive if more letters are Cyrillic, negative if more are Latin; 0 for neither.
    private static int Lean(string text) => Math.Sign(text.Count(IsCyrillic) - text.Count(IsLatin));

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    private static bool IsLatin(char letter) => char.IsLetter(letter) && letter < '\u0250';
}
