namespace Dala.Library.Lineage;

/// <summary>How one work comes from another; each is a text under <c>library.lineage.kind</c>.</summary>
public enum LineageKind
{
    /// <summary>It was made by changing the other, or by using it.</summary>
    BasedOn,

    /// <summary>It says the same as the other in another language.</summary>
    TranslationOf,

    /// <summary>It stands in the other.</summary>
    PartOf,

    /// <summary>Both are the same work in different languages or versions, and nobody says which was first.</summary>
    SameWork,
}

/// <summary>Which fields say what about where a work comes from.</summary>
internal static class LineageFields
{
    /// <summary>Whether a field names another work that this one comes from, stands in, or holds.</summary>
    public static bool IsLineage(string field) => IsDerivation(field) || field is Fields.PartOf or Fields.HasPart;

    /// <summary>Whether a field names a work of which expression went into this one, so that its makers stay credited.</summary>
    public static bool IsDerivation(string field) => field is Fields.BasedOn or Fields.TranslationOf;

    public static LineageKind KindOf(string field) =>
        field switch
        {
            Fields.BasedOn => LineageKind.BasedOn,
            Fields.TranslationOf => LineageKind.TranslationOf,
            _ => LineageKind.PartOf,
        };
}
