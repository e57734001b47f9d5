using System.Text.Json;
using Dala.Library.Importing;
using Dala.Platform;
using Dala.Platform.Languages;

namespace Dala.Library.Sources;

/// <summary>What a quarantined record's reason says in the reader's language.</summary>
public static class Said
{
    public static Text Reason(this Words words, QuarantinedRecord record)
    {
        var arguments = JsonSerializer.Deserialize<string[]>(record.Arguments)!;
        // A fault of the profile has a text of its own; the English one beside it is for logs.
        if (record.Code == RecordRefusals.Amb && arguments is [var pointer, _, var key, var argument] && words.Has(key))
            arguments = [pointer, words.Say(new Fault("", key, argument)).Value];
        return words.Say(new Fault(record.Field, record.Code, [.. arguments]));
    }
}
