namespace Dala.Standards.Licences;

/// <summary>What is made of several works.</summary>
public enum Making
{
    /// <summary>The works are changed, translated or blended into a new one.</summary>
    Adaptation,

    /// <summary>The works stand beside each other, unchanged, each under its own licence.</summary>
    Collection,
}
