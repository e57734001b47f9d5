using Dala.Standards.Licences;

namespace Dala.Library.Api;

/// <summary>A licence as programs see it.</summary>
/// <param name="Uri">The canonical address, where the licence is known exactly.</param>
/// <param name="Tier">T1 (open) to T5 (closed).</param>
/// <param name="Rule">By which rule the statement was read.</param>
/// <param name="Reason">The code of the reason for the tier.</param>
/// <param name="Statement">What the source said.</param>
public sealed record LicenceJson(string? Uri, string? Label, string Tier, string Rule, string Reason, string? Statement)
{
    public static LicenceJson Of(LicenceReading reading) =>
        new(
            reading.Licence?.Uri,
            reading.Licence?.Label,
            reading.Tier.ToString(),
            reading.Rule,
            reading.ReasonKey,
            reading.Raw.Length == 0 ? null : reading.Raw
        );
}
