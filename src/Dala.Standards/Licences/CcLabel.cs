namespace Dala.Standards.Licences;

/// <summary>Writes the names people give to Creative Commons licences: <c>CC BY-SA 3.0 IGO</c>.</summary>
internal static class CcLabel
{
    /// <summary>The label of a licence.</summary>
    public static string Of(string unit, string? version, string? jurisdiction)
    {
        var name = unit switch
        {
            "zero" => "CC0",
            "mark" => "Public Domain Mark",
            "publicdomain" => "CC Public Domain Dedication and Certification",
            "devnations" => "CC Developing Nations",
            "sampling" => "CC Sampling",
            "sampling+" => "CC Sampling Plus",
            "nc-sampling+" => "CC NonCommercial Sampling Plus",
            "GPL" or "LGPL" => "GNU " + unit,
            "MIT" or "BSD" => unit,
            _ => "CC " + unit.ToUpperInvariant(),
        };
        var port = jurisdiction switch
        {
            null => null,
            { Length: > 3 } => char.ToUpperInvariant(jurisdiction[0]) + jurisdiction[1..],
            _ => jurisdiction.ToUpperInvariant(),
        };
        return string.Join(' ', new[] { name, version, port }.Where(part => part is not null));
    }
}
