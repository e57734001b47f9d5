using Dala.Platform;
using Dala.Standards.Books;

namespace Dala.Library.Baskets;

/// <summary>Every way in which a basket says no.</summary>
public static class BasketProblems
{
    /// <summary>There is none at this address, or it has not been touched for so long that it was cleared away.</summary>
    public static readonly Problem Unknown = new(ProblemKind.NotFound, "library.basket.unknown");

    /// <summary>Somebody, perhaps in another window, changed it meanwhile.</summary>
    public static readonly Problem Changed = new(ProblemKind.Conflict, "library.basket.changed");

    public static readonly Problem Empty = new(ProblemKind.Conflict, "library.basket.empty");

    public static readonly Problem SignInToPublish = new(ProblemKind.SignInNeeded, "library.basket.sign-in");

    /// <summary>The library keeps no more baskets for now.</summary>
    public static readonly Problem TooMany = new(ProblemKind.Unavailable, "library.basket.too-many");

    public static Problem Full(int most) => new(ProblemKind.Conflict, "library.basket.full", most);

    public static Problem NoSuchForm(string form) =>
        new(
            ProblemKind.NotFound,
            "library.basket.no-form",
            form,
            string.Join(", ", BookFormat.All.Select(format => format.Name))
        );

    /// <summary>What was gathered may not become what it is meant to become; the sentence says why.</summary>
    public static Problem NotAllowed(string why) => new(ProblemKind.Conflict, "library.basket.not-allowed", why);
}
