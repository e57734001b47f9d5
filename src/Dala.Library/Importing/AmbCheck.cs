using Dala.Standards.Amb;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>Holds a record against the AMB profile before it is mapped.</summary>
internal static class AmbCheck
{
    /// <summary>The refusal with the first thing that is wrong, or null where the record is sound.</summary>
    public static Mapped.Refused? Refuse(SourceRecord record)
    {
        if (record.Json is not { } json || AmbSchema.Validate(json) is not [var fault, ..])
            return null;
        var field = fault.Pointer.Split('/') is [_, var first, ..] ? first : "";
        return new(field, RecordRefusals.Amb, [fault.Pointer, fault.Message, fault.MessageKey, fault.Argument]);
    }
}
