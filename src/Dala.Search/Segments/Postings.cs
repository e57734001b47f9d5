namespace Dala.Search.Segments;

/// <summary>The documents of a term, ascending, with the fields it occurs in and how often.</summary>
/// <remarks>
/// Per document a number that is twice the distance from the document before, plus one when several fields follow; then, if several, their count;
/// then a byte per field: the field in the high half, the frequency, at most 15, in the low half.
/// </remarks>
internal ref struct PostingsReader(ReadOnlySpan<byte> bytes)
{
    private ByteReader _bytes = new(bytes);

    public int Document { get; private set; } = -1;

    /// <summary>A byte per field of the current document.</summary>
    public ReadOnlySpan<byte> Fields { get; private set; }

    public bool Next()
    {
        if (_bytes.AtEnd)
            return false;
        var head = _bytes.Number();
        Document += (int)(head >> 1);
        Fields = _bytes.Bytes((head & 1) == 0 ? 1 : _bytes.Byte());
        return true;
    }
}

/// <summary>Writes the postings of one term after another.</summary>
internal static class PostingsWriter
{
    public const int MostFields = 16;
    public const int MostOften = 15;

    public static void Document(ByteBuffer postings, int distance, ReadOnlySpan<byte> fields)
    {
        postings.Number(((ulong)distance << 1) | (fields.Length > 1 ? 1u : 0u));
        if (fields.Length > 1)
            postings.Byte((byte)fields.Length);
        postings.Bytes(fields);
    }
}
