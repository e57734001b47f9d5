using System.Buffers.Binary;
using System.Buffers.Text;

namespace Dala.Search.Searching;

/// <summary>
/// The place after the last hit of a page, by what hits are ordered by and by key, so that a page begins where the last ended although documents
/// were added or removed before it.
/// </summary>
internal sealed record Cursor(SearchOrder Order, long Primary, byte[] Title, byte[] Key)
{
    private const byte Version = 1;
    private const int HeaderLength = 2 + sizeof(long) + sizeof(ushort);

    public string Encode()
    {
        var bytes = new byte[HeaderLength + Title.Length + Key.Length + sizeof(uint)];
        bytes[0] = Version;
        bytes[1] = (byte)Order;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), Primary);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)Title.Length);
        Title.CopyTo(bytes, HeaderLength);
        Key.CopyTo(bytes, HeaderLength + Title.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint)), Checksum(bytes));
        return Base64Url.EncodeToString(bytes);
    }

    public static Cursor? Read(string? text, SearchOrder order)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            throw new BadCursorException("The cursor is not one of this index.");
        }

        if (
            bytes.Length < HeaderLength + sizeof(uint)
            || bytes[0] != Version
            || bytes.Length < HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10)) + sizeof(uint)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(uint))) != Checksum(bytes)
        )
        {
            throw new BadCursorException("The cursor is not one of this index.");
        }

        if (bytes[1] != (byte)order)
            throw new BadCursorException("The cursor belongs to another order.");
        var title = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10));
        return new Cursor(
            order,
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(2)),
            bytes[HeaderLength..(HeaderLength + title)],
            bytes[(HeaderLength + title)..^sizeof(uint)]
        );
    }

    private static uint Checksum(byte[] bytes) => Segments.Checksum.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint)));
}
