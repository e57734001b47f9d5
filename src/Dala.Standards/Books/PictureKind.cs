using System.Buffers.Binary;

namespace Dala.Standards.Books;

/// <summary>What a picture is by its first bytes, and how large: programs that show books trust neither names nor claims.</summary>
internal sealed record PictureKind(string MediaType, string Extension, int Width, int Height)
{
    /// <summary>Null for what is not a PNG, JPEG or GIF: SVG could hold scripts and ask other sites for things.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Gif(bytes) ?? Jpeg(bytes);

    private static PictureKind? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n\u001a\n"u8)
            ? Sized(
                "image/png",
                "png",
                BinaryPrimitives.ReadInt32BigEndian(bytes[16..]),
                BinaryPrimitives.ReadInt32BigEndian(bytes[20..])
            )
            : null;

    private static PictureKind? Gif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            ? Sized(
                "image/gif",
                "gif",
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])
            )
            : null;

    /// <summary>Walks the segments to the one that holds the size (ITU-T T.81, B.2.2: SOF0 to SOF15, but for DHT, JPG and DAC).</summary>
    private static PictureKind? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, 0xFF, ..])
            return null;
        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF) // filling
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]);
                return Sized("image/jpeg", "jpg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), height);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static PictureKind? Sized(string mediaType, string extension, int width, int height) =>
        width > 0 && height > 0 ? new(mediaType, extension, width, height) : null;
}
