namespace Dala.Platform;

/// <summary>Who asks. There are no accounts yet: a person is anonymous or holds the administrator's key.</summary>
public sealed record Actor(bool IsAdministrator)
{
    /// <summary>Somebody who has not said who they are.</summary>
    public static Actor Anonymous { get; } = new(false);

    /// <summary>Whoever holds the administrator's key, and the command line, which needs the data folder itself.</summary>
    public static Actor Administrator { get; } = new(true);
}
