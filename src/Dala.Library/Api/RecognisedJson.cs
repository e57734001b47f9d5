using System.Text.Json.Serialization;
using Dala.Library.Showing;
using Dala.Platform.Languages;
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
    /// <summary>What an unknown statement was perhaps meant to say; absent where there is no hint.</summary>
    public HintJson? Hint { get; init; }

    public static RecognisedJson Of(LicenceReading reading, Words words) =>
        new(reading.Raw, reading.Licence?.Uri, reading.Family, reading.Tier.ToString(), reading.Rule)
        {
            Hint = reading.Hint is { } hint ? new(hint.Key, hint.Arguments, LicenceLabel.Of(hint, words)) : null,
        };
}

/// <summary>A hint for a person; nothing is decided by it.</summary>
/// <param name="Key">Its stable code.</param>
/// <param name="Arguments">What it names: a licence by its short name, the versions that there are.</param>
/// <param name="Text">What it says, in the reader's language.</param>
public sealed record HintJson(string Key, IReadOnlyList<string> Arguments, string Text);
