using Dala.Platform;

namespace Dala.Library;

/// <summary>Who may do what in the library.</summary>
public static class LibraryRights
{
    public static readonly Right Read = Right.Everyone;
    public static readonly Right Import = Right.Administrator;

    /// <summary>A remix becomes a resource that everybody finds.</summary>
    public static readonly Right Publish = Right.Administrator;

    /// <summary>Deciding between sources that disagree; there are no librarians beside the administrator yet.</summary>
    public static readonly Right SettleLicences = Right.Administrator;

    /// <summary>The bytes of refused records may hold what nobody meant to publish.</summary>
    public static readonly Right SeeQuarantinedBytes = Right.Administrator;
}
