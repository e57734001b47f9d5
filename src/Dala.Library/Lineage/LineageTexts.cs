namespace Dala.Library.Lineage;

/// <summary>The keys of the texts that say how one work stands to another.</summary>
public static class LineageTexts
{
    /// <summary>How a work is called that comes from another: a translation of it, a part of it.</summary>
    public static string KeyOf(LineageKind kind) => "library.lineage.kind." + Name(kind);

    /// <summary>How a work is called that came of the one that is talked about: its translation, its part.</summary>
    public static string KeyOfMade(LineageKind kind) => KeyOf(kind) + ".made";

    /// <summary>The name of a kind in classes and keys.</summary>
    public static string Name(LineageKind kind) =>
        kind switch
        {
            LineageKind.BasedOn => "based-on",
            LineageKind.TranslationOf => "translation-of",
            LineageKind.PartOf => "part-of",
            _ => "same-work",
        };
}
