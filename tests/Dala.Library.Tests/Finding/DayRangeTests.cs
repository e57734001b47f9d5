using Dala.Library.Finding;

namespace Dala.Library.Tests.Finding;

public class DayRangeTests
{
    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2019-11-25", "2019-11-25", "2019-11-25")]
    public void Has_the_first_and_the_last_day(string text, string first, string last)
    {
        var range = DayRange.Of(text);

        Assert.Equal((first, last), (range?.First.ToString("o", null), range?.Last.ToString("o", null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("0000")]
    [InlineData("2019-13")]
    [InlineData("2019-02-30")]
    [InlineData("2019/02")]
    [InlineData("٢٠١٩")]
    [InlineData(" 2019")]
    public void Anything_else_is_no_date(string? text) => Assert.Null(DayRange.Of(text));
}
