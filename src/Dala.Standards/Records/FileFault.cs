namespace Dala.Standards.Records;

/// <summary>
/// Carries a fault of the file itself from the depth of a decompressor up to <see cref="RecordReader"/>, which makes it the last
/// refusal; it never leaves this folder.
/// </summary>
internal sealed class FileFault(string code, params (string Name, string Value)[] arguments) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyDictionary<string, string> Arguments { get; } =
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);
}
