namespace Dala.Platform;

/// <summary>Who may do something; each line of a module's rights widens the one that it names.</summary>
public sealed class Right(Func<Actor, bool> holds)
{
    /// <summary>Everybody, signed in or not.</summary>
    public static Right Everyone { get; } = new(_ => true);

    /// <summary>Whoever holds the administrator's key.</summary>
    public static Right Administrator { get; } = new(actor => actor.IsAdministrator);

    public Right Or(Right other) => new(actor => Allows(actor) || other.Allows(actor));

    public bool Allows(Actor actor) => holds(actor);
}
