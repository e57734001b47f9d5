using System.Text.Json;
using Dala.Platform;
using Dala.Platform.Languages;

namespace Dala.Library.Sources;

/// <summary>What a quarantined record's reason says in the reader's language.</summary>
public static class Said
{
    public static Text Reason(this Words words, QuarantinedRecord record) =>
        words.Say(new Fault(record.Field, record.Code, [.. JsonSerializer.Deserialize<string[]>(record.Arguments)!]));
}
