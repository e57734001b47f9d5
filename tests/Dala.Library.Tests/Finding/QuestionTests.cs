using Dala.Library.Finding;

namespace Dala.Library.Tests.Finding;

public class QuestionTests
{
    [Fact]
    public void Is_taken_apart_where_a_person_would_and_says_which_parts_are_plain_words()
    {
        var parts = Question.Parts("algebra \"open book\" -python geom* about~ title:atom «красная шапка» linear");

        Assert.Equal(
            [
                ("algebra", true),
                ("\"open book\"", false),
                ("-python", false),
                ("geom*", false),
                ("about~", false),
                ("title:atom", false),
                ("«красная шапка»", false),
                ("linear", true),
            ],
            parts.Select(part => (part.Text, part.IsPlain))
        );
        Assert.All(
            parts,
            part =>
                Assert.Equal(
                    part.Start,
                    "algebra \"open book\" -python geom* about~ title:atom «красная шапка» linear".IndexOf(
                        part.Text,
                        StringComparison.Ordinal
                    )
                )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("-\"")]
    [InlineData("\"\"")]
    [InlineData("\uD83D")]
    [InlineData("a\"b\"c")]
    public void Every_text_can_be_taken_apart_and_put_together_again(string text)
    {
        var parts = Question.Parts(text);

        Assert.Equal(
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            string.Join(' ', parts.Select(part => part.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public void A_phrase_is_left_out_as_a_whole()
    {
        var parts = Question.Parts("one \"two three\" four");

        Assert.Equal("one four", Question.Without(parts, parts[1]));
    }
}
