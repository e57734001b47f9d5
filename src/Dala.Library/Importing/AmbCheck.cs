using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>Holds a record against the AMB schema before it is mapped.</summary>
internal static class AmbCheck
{
    public static Mapped.Refused? Refuse(SourceRecord record) => null;
}
