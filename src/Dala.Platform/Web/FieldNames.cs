namespace Dala.Platform.Web;

/// <summary>Ties the JSON pointer of a fault to the field of the form that it is about.</summary>
public static class FieldNames
{
    /// <summary>The element's id for a field's name or pointer: <c>field-title</c>.</summary>
    public static string Id(string nameOrPointer) => "field-" + Name(nameOrPointer).Replace('/', '-');

    public static string Name(string pointer) => pointer.TrimStart('/');
}
