namespace Dala.Search.Segments;

/// <summary>
/// A weighed frequency in one byte, rounded up by at most a sixteenth: the upper bits of the number itself, with exponents from -7 to 8
/// (Anh and Moffat, "Pruned query evaluation using pre-computed impacts", 2006, for numbers of a few bits in postings).
/// </summary>
internal static class RoundedFrequency
{
    /// <summary>Bytes there are.</summary>
    public const int Codes = byte.MaxValue + 1;

    private const int MantissaBits = 4;
    private const int Dropped = 23 - MantissaBits;

    // As an exponent of IEEE 754, which are counted from -127.
    private const int LeastExponent = 127 - 7;
    private const int First = LeastExponent << MantissaBits;

    /// <summary>The least of the numbers that is not below a frequency.</summary>
    public static byte Encode(float frequency)
    {
        var code = ((BitConverter.SingleToInt32Bits(frequency) + (1 << Dropped) - 1) >> Dropped) - First;
        return (byte)Math.Clamp(code, 0, Codes - 1);
    }

    /// <summary>What no frequency with this byte is above; infinity for the last.</summary>
    public static float Decode(byte code) =>
        code == Codes - 1 ? float.PositiveInfinity : BitConverter.Int32BitsToSingle((code + First) << Dropped);
}
