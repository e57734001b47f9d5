namespace Dala.Tests.Journeys;

/// <summary>Journeys that type and press keys have the machine to themselves: a starved browser drops a key that a person would press again.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Unhurried
{
    public const string Name = "Unhurried";
}
