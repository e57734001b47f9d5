using System.Text;
using Dala.Standards.Licences;

namespace Dala.Standards.Tests.Licences;

public sealed class LicenceLinesTests
{
    [Fact]
    public void Each_line_has_its_reading_whatever_ends_it()
    {
        var readings = Read("\uFEFFCC BY 4.0\r\n\nCC BY\nall rights reserved\nCC-BY-ND-SA");

        Assert.Equal(["CC BY 4.0", "", "CC BY", "all rights reserved", "CC-BY-ND-SA"], readings.Select(reading => reading.Raw));
        Assert.Equal(
            [
                LicenceRules.Label,
                LicenceRules.Missing,
                LicenceRules.LabelWithoutVersion,
                LicenceRules.RightsStatement,
                LicenceRules.Unknown,
            ],
            readings.Select(reading => reading.Rule)
        );
    }

    [Fact]
    public void A_line_without_end_is_prose_and_the_next_one_is_read()
    {
        var readings = Read(new string('x', 10_000_000) + "\nCC0 1.0\n");

        Assert.Equal(2, readings.Count);
        Assert.Equal(LicenceRules.Unknown, readings[0].Rule);
        Assert.True(readings[0].Raw.Length < 100_000);
        Assert.Equal("https://creativecommons.org/publicdomain/zero/1.0/", readings[1].Licence?.Uri);
    }

    [Fact]
    public void An_empty_file_has_no_readings() => Assert.Empty(Read(""));

    private static List<LicenceReading> Read(string text) =>
        [.. LicenceLines.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), CancellationToken.None)];
}
