using System.Text;
using Dala.Library.Sources;

namespace Dala.Library.Tests.Sources;

public class ExcerptTests
{
    [Fact]
    public void Shows_control_characters_as_their_pictures_and_broken_bytes_as_replacements()
    {
        Assert.Equal("a␀b␛[31m\nc\uFFFD", Excerpt.Of([(byte)'a', 0, (byte)'b', 0x1B, .. "[31m\nc"u8, 0xFF]));
    }

    [Fact]
    public void What_turns_the_direction_of_writing_does_nothing_here()
    {
        Assert.Equal("a␦b", Excerpt.Of("a\u202Eb"u8));
    }

    [Fact]
    public void A_long_record_is_cut()
    {
        Assert.Equal(new string('x', 600) + " …", Excerpt.Of(Encoding.UTF8.GetBytes(new string('x', 5000))));
    }
}
