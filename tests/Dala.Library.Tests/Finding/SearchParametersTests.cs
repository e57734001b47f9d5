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

    [Fact]
    public void Reads_the_way_of_matching_the_dates_and_the_preferred_languages()
    {
        var asked = new SearchParameters
        {
            Match = "any",
            Exact = "true",
            Explain = "true",
            From = "2019",
            To = "2020-02",
            Prefer = "kk, ru,kk",
        };

        var find = asked.Read(["match", "exact", "explain", "from", "to", "prefer"], usualSize: 20).Value;

        Assert.Equal((true, true, true), (find.Any, find.Exact, find.Explain));
        Assert.Equal((new DateOnly(2019, 1, 1), new DateOnly(2020, 2, 29)), (find.From, find.To));
        Assert.Equal(["kk", "ru"], find.Preferred);
    }

    [Fact]
    public void Preference_is_that_of_the_reader_unless_the_address_says_another_or_none()
    {
        Assert.Null(new SearchParameters().Read([], usualSize: 20).Value.Preferred);
        Assert.Null(
            new SearchParameters { Prefer = "" }
                .Read(["prefer"], usualSize: 20)
                .Value.Preferred
        );
        Assert.Equal(
            [],
            new SearchParameters { Prefer = "off" }
                .Read(["prefer"], usualSize: 20)
                .Value.Preferred
        );
    }

    [Fact]
    public void Refuses_what_it_cannot_make_sense_of()
    {
        var asked = new SearchParameters
        {
            Match = "some",
            Exact = "yes",
            Explain = "1",
            From = "last year",
            To = "2020-13",
            Prefer = "қазақ",
        };

        var problem = asked.Read([], usualSize: 20).Problem!;

        Assert.Equal(["/match", "/exact", "/explain", "/from", "/to", "/prefer"], problem.Faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void Refuses_a_time_that_ends_before_it_begins_but_takes_one_day()
    {
        var backwards = new SearchParameters { From = "2020", To = "2019" }.Read([], usualSize: 20);
        var day = new SearchParameters { From = "2019-11-25", To = "2019" }.Read([], usualSize: 20);

        Assert.Equal(["library.search.ends-before"], backwards.Problem!.Faults.Select(fault => fault.Code));
        Assert.Null(day.Problem);
    }
}
