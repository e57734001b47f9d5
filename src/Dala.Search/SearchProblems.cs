namespace Dala.Search;

/// <summary>A cursor that was not given by a page of the same order.</summary>
public sealed class BadCursorException(string message) : ArgumentException(message);

/// <summary>A file of the index is damaged, foreign, or of another schema: the index must be made again from the documents, in an empty folder.</summary>
public sealed class IndexDamagedException(string file, string reason, Exception? cause = null)
    : IOException($"The index file {file} cannot be used: {reason}.", cause)
{
    /// <summary>The path of the file.</summary>
    public string File { get; } = file;
}
