using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

public sealed class TypedLettersTests
{
    [Theory]
    [InlineData("көл", "кол")]
    [InlineData("көлдер", "қол")]
    [InlineData("año", "ano")]
    [InlineData("får", "far")]
    [InlineData("oʻt", "ot")]
    [InlineData("köl", "кол")]
    [InlineData("мыло", "мило")]
    public void A_letter_that_was_typed_is_no_plainer_one(string typed, string term) =>
        Assert.True(TypedLetters.Contradict(typed, term));

    [Theory]
    [InlineData("кол", "көл")]
    [InlineData("казак", "қазақтың")]
    [InlineData("ano", "año")]
    [InlineData("көл", "kol")]
    [InlineData("oʻzbek", "ўзбек")]
    [InlineData("тили", "тілі")]
    [InlineData("erdoğan", "эрдоган")]
    public void A_plain_letter_may_stand_for_one_that_the_keyboard_lacks(string typed, string term) =>
        Assert.False(TypedLetters.Contradict(typed, term));
}
