using Dala.Library.Finding;
using Dala.Search;

namespace Dala.Library.Tests.Finding;

public class SearchParametersTests
{
    [Fact]
    public void Reads_words_filters_order_and_size()
    {
        var asked = new SearchParameters
        {
            Question = " атом ",
            Language = ["kk", "ru", "kk", ""],
            Tier = ["T1"],
            Order = "newest",
            Size = "5",
        };

        var find = asked.Read(["q", "language", "tier", "order", "size"], usualSize: 20).Value;

        Assert.Equal("атом", find.Text);
        Assert.Equal(["kk", "ru"], find.Filters["language"]);
        Assert.Equal(["T1"], find.Filters["tier"]);
        Assert.Equal(SearchOrder.Newest, find.Order);
        Assert.Equal(5, find.Size);
    }

    [Fact]
    public void Says_everything_that_is_wrong_at_once()
    {
        var asked = new SearchParameters
        {
            Question = new string('a', SearchParameters.LongestQuestion + 1),
            Tier = ["T6"],
            Level = ["9"],
            Order = "oldest",
            Size = "abc",
        };

        var problem = asked.Read(["q", "tier", "licence"], usualSize: 20).Problem!;

        Assert.Equal(422, problem.Status());
        Assert.Equal(
            [
                ("/q", "library.search.too-long"),
                ("/size", "library.search.bad-size"),
                ("/order", "library.search.bad-order"),
                ("/tier", "library.search.bad-tier"),
                ("/level", "library.search.bad-level"),
                ("/licence", "library.search.unknown-parameter"),
            ],
            problem.Faults.Select(fault => (fault.Pointer, fault.Code))
        );
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("1e1")]
    [InlineData("99999999999")]
    public void Refuses_a_size_that_is_no_number_of_results(string size)
    {
        var problem = new SearchParameters { Size = size }
            .Read(["size"], usualSize: 20)
            .Problem!;

        Assert.Equal(["/size"], problem.Faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void Refuses_more_filters_than_anybody_clicks()
    {
        var many = Enumerable.Range(0, SearchParameters.MostFilters + 1).Select(number => $"x{number}").ToArray();

        var problem = new SearchParameters { Source = many }
            .Read(["source"], usualSize: 20)
            .Problem!;

        Assert.Equal(["library.search.too-many-filters"], problem.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void What_other_sites_append_to_count_visitors_is_let_pass()
    {
        Assert.Null(new SearchParameters().Read(["utm_source"], usualSize: 20).Problem);
    }
}
