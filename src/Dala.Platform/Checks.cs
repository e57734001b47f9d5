namespace Dala.Platform;

/// <summary>Collects everything wrong with a request, so that a person hears it all at once.</summary>
public sealed class Checks
{
    private readonly List<Fault> faults = [];

    /// <summary>The problem that all the faults make together, or null where there is none.</summary>
    public Problem? Problem =>
        faults.Count == 0 ? null : new Problem(ProblemKind.Invalid, "platform.invalid") { Faults = faults };

    /// <summary>A field that must not be empty.</summary>
    public Checks Filled(string? value, string pointer) => That(!string.IsNullOrWhiteSpace(value), pointer, "platform.required");

    /// <summary>Any rule; the code and its arguments say what is wrong where it does not hold.</summary>
    public Checks That(bool holds, string pointer, string code, params object[] arguments)
    {
        if (!holds)
            faults.Add(new Fault(pointer, code, arguments));
        return this;
    }
}
