using System.Text.Json.Serialization;
using Dala.Standards.Licences;

namespace Dala.Library.Api;

/// <summary>How a licence statement was read.</summary>
/// <param name="Raw">The statement as it stood.</param>
/// <param name="Licence">The canonical address; null where no licence is stated exactly.</param>
/// <param name="Family">The kind of licence, known also where the version is not stated: by-sa, GFDL.</param>
/// <param name="Tier">T1 (open) to T5 (closed).</param>
/// <param name="Rule">The rule that spoke.</param>
public sealed record RecognisedJson(
    string Raw,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Licence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Family,
    string Tier,
    string Rule
)
{
    public static RecognisedJson Of(LicenceReading reading) =>
        new(reading.Raw, reading.Licence?.Uri, reading.Family, reading.Tier.ToString(), reading.Rule);
}
