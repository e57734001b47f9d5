namespace Dala.Platform.Languages;

/// <summary>The interface texts in one language, with a fallback to English that is marked as such.</summary>
public sealed class Words(string language)
{
    /// <summary>The BCP 47 tag of the language.</summary>
    public string Language { get; } = language;
}
