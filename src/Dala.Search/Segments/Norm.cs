namespace Dala.Search.Segments;

/// <summary>What ranking needs to know of a field of a document, in two bytes: its length, and which set of languages its values are in.</summary>
internal static class Norm
{
    public static ushort Of(byte length, byte languages) => (ushort)(languages << 8 | length);

    public static byte LengthOf(ushort norm) => (byte)norm;

    public static byte LanguagesOf(ushort norm) => (byte)(norm >> 8);
}

/// <summary>The length of a field in one byte: exact to 127 words, then in steps of 4.4 %, up to 31,000 words.</summary>
internal static class FieldLength
{
    private const int Exact = 128;
    private const int StepsPerDoubling = 16;

    private static readonly int[] Lengths =
    [
        .. Enumerable
            .Range(0, byte.MaxValue + 1)
            .Select(code =>
                code < Exact ? code : (int)Math.Round(Exact * Math.Pow(2, (double)(code - Exact) / StepsPerDoubling))
            ),
    ];

    public static byte Encode(int words) =>
        words < Exact
            ? (byte)words
            : (byte)Math.Min(byte.MaxValue, Exact + (int)(Math.Log2((double)words / Exact) * StepsPerDoubling));

    public static int Decode(byte code) => Lengths[code];
}
