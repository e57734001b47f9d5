using Dala.Library.Finding;
using Dala.Search;

namespace Dala.Library.Tests.Finding;

public class SearchAddressTests
{
    [Fact]
    public void Says_everything_that_makes_the_results_in_one_order_of_parts()
    {
        var find = new Find
        {
            Text = "\"ашық кітап\" & -x",
            Any = true,
            Exact = true,
            Filters = new Dictionary<string, IReadOnlyList<string>> { ["tier"] = ["T1", "T2"], ["language"] = ["kk"] },
            From = new DateOnly(2019, 1, 1),
            To = new DateOnly(2020, 12, 31),
            Order = SearchOrder.Title,
        };

        var address = SearchAddress.Of(find, ["kk", "ru"]).ToString();

        Assert.Equal(
            "?q=%22%D0%B0%D1%88%D1%8B%D2%9B%20%D0%BA%D1%96%D1%82%D0%B0%D0%BF%22%20%26%20-x&match=any&exact=true&language=kk&tier=T1&tier=T2&from=2019-01-01&to=2020-12-31&prefer=kk%2Cru&order=title",
            address
        );
    }

    [Fact]
    public void Says_that_no_language_is_preferred_rather_than_leaving_it_to_whoever_opens_it() =>
        Assert.Equal("?prefer=off", SearchAddress.Of(new Find(), []).ToString());

    [Fact]
    public void Asks_for_the_same_when_it_is_read_again()
    {
        var asked = new SearchParameters
        {
            Question = "атом",
            Match = "any",
            Language = ["kk"],
            From = "2019",
            To = "2020-02",
            Prefer = "kk,ru",
            Order = "newest",
        };
        var find = asked.Read([], usualSize: 20).Value;

        var pairs = SearchAddress.Of(find, find.Preferred!).Pairs.ToLookup(pair => pair.Name, pair => pair.Value);
        var again = new SearchParameters
        {
            Question = pairs["q"].Single(),
            Match = pairs["match"].Single(),
            Language = [.. pairs["language"]],
            From = pairs["from"].Single(),
            To = pairs["to"].Single(),
            Prefer = pairs["prefer"].Single(),
            Order = pairs["order"].Single(),
        }
            .Read([], usualSize: 20)
            .Value;

        Assert.Equal(
            (find.Text, find.Any, find.From, find.To, find.Order),
            (again.Text, again.Any, again.From, again.To, again.Order)
        );
        Assert.Equal(find.Preferred, again.Preferred);
        Assert.Equal(find.Filters["language"], again.Filters["language"]);
    }
}
