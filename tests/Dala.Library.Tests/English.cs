using Dala.Platform.Languages;

namespace Dala.Library.Tests;

/// <summary>The texts in English, as the program has them.</summary>
internal static class English
{
    public static WordBook Book { get; } = new([typeof(WordBook).Assembly, typeof(LibraryModule).Assembly]);

    public static Words Words { get; } = Book.In("en");
}
