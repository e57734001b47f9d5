using Dala.Search.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests.Segments;

public sealed class RoundedFrequencyTests
{
    [Fact]
    public void Is_not_below_the_frequency_and_hardly_above() =>
        Prop.ForAll<byte, ushort>(
                (share, exponent) =>
                {
                    // From a 128th to nearly 512, evenly by exponents.
                    var frequency = MathF.ScaleB(1 + (share / 256f), (exponent % 16) - 7);
                    var rounded = RoundedFrequency.Decode(RoundedFrequency.Encode(frequency));
                    return rounded >= frequency && (float.IsPositiveInfinity(rounded) || rounded <= frequency * 1.0625f);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Rises_with_the_byte_and_has_no_end()
    {
        var decoded = Enumerable.Range(0, RoundedFrequency.Codes).Select(code => RoundedFrequency.Decode((byte)code)).ToList();

        Assert.Equal(decoded.Order(), decoded);
        Assert.Equal(decoded.Count, decoded.Distinct().Count());
        Assert.Equal(
            (0, 0, 255),
            (RoundedFrequency.Encode(0), RoundedFrequency.Encode(float.Epsilon), RoundedFrequency.Encode(1e9f))
        );
        Assert.Equal(255, RoundedFrequency.Encode(float.PositiveInfinity));
    }
}
