namespace Dala.Standards.Licences;

/// <summary>How far a licence goes towards the UNESCO Recommendation on OER of 2019, paragraph 1.</summary>
public enum Tier
{
    /// <summary>Open: may be used, adapted and passed on for any purpose.</summary>
    T1 = 1,

    /// <summary>Open, but not for commercial purposes.</summary>
    T2 = 2,

    /// <summary>May be shared but not adapted: not an OER.</summary>
    T3 = 3,

    /// <summary>Unclear: nobody can tell from what is stated.</summary>
    T4 = 4,

    /// <summary>Closed: no public licence.</summary>
    T5 = 5,
}
