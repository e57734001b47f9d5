namespace Dala.Standards.Amb;

/// <summary>One thing in a description that the AMB profile does not allow.</summary>
/// <param name="Pointer">Where: a JSON Pointer (RFC 6901) into the description; empty for the whole.</param>
/// <param name="Keyword">The keyword of JSON Schema that it breaks: <c>required</c>, <c>type</c>, <c>format</c>.</param>
/// <param name="MessageKey">The key of the text that explains it, one of <see cref="AmbSchema.MessageKeys"/>.</param>
/// <param name="Argument">What the text needs to be exact: the missing property, the expected type, the pattern.</param>
public sealed record AmbFault(string Pointer, string Keyword, string MessageKey, string Argument)
{
    /// <summary>In plain English, for logs and the command line.</summary>
    public string Message =>
        Keyword switch
        {
            "required" => $"\"{Argument}\" is missing",
            "type" => $"must be of the type {Argument}",
            "enum" or "const" => $"must be {Argument}",
            "pattern" => $"must match {Argument}",
            "format" => $"must be a {Argument}",
            "additionalProperties" => $"\"{Argument}\" is not allowed here",
            "contains" => "no item is of the kind that must be among them",
            "minItems" => $"must have at least {Argument} items",
            "anyOf" => "fits none of the allowed forms",
            "oneOf" => $"must fit exactly one of the allowed forms and fits {Argument}",
            "not" => "is of a form that is not allowed",
            _ => $"breaks {Keyword} {Argument}",
        };
}
