using Dala.Library.Finding;
using Dala.Search;

namespace Dala.Library.Tests.Finding;

public class FacetsOfResultsTests
{
    [Fact]
    public void Subjects_stand_in_the_order_of_their_codes_and_further_in_the_finer_they_are()
    {
        var counted = new Dictionary<string, IReadOnlyList<FacetCount>>
        {
            ["subject"] = [new("0541", 3, 3), new("06", 9, 9), new("05", 7, 7), new("054", 4, 4)],
        };

        var facet = Assert.Single(FacetsOfResults.Of(English.Words, counted, new Dictionary<string, string>()));

        Assert.Equal(["05", "054", "0541", "06"], facet.Values.Select(value => value.Value));
        Assert.Equal(
            [
                "Natural sciences, mathematics and statistics",
                "\u2003Mathematics and statistics",
                "\u2003\u2003Mathematics",
                "Information and communication technologies",
            ],
            facet.Values.Select(value => value.Label.Value)
        );
    }

    [Fact]
    public void Languages_keep_their_frequency_and_sources_go_by_their_titles()
    {
        var counted = new Dictionary<string, IReadOnlyList<FacetCount>>
        {
            ["language"] = [new("ru", 9, 9), new("kk", 2, 2)],
            ["source"] = [new("phet", 5, 5), new("gone", 1, 1)],
        };

        var facets = FacetsOfResults.Of(
            English.Words,
            counted,
            new Dictionary<string, string> { ["phet"] = "PhET Interactive Simulations" }
        );

        Assert.Equal(["Russian", "Kazakh"], facets[0].Values.Select(value => value.Label.Value));
        Assert.Equal(["PhET Interactive Simulations", "gone"], facets[1].Values.Select(value => value.Label.Value));
    }
}
