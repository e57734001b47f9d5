using Dala.Library.Showing;

namespace Dala.Library.Tests.Showing;

public class CitationTests
{
    [Fact]
    public void Names_author_year_title_source_licence_and_address()
    {
        var shown = Sample.Of(
            (Fields.Title, "Come back, cat", "en"),
            (Fields.Creator, "Nicola Rijsdijk", null),
            (Fields.Published, "2014-05-01", null),
            (Fields.Licence, "https://creativecommons.org/licenses/by/4.0/", null),
            (Fields.Url, "https://example.org/cat", null)
        );

        var citation = Citation.Of(shown.Summary, English.Words, "https://dala.example/resources/1");

        Assert.Equal("Nicola Rijsdijk (2014). Come back, cat. Stories. CC BY 4.0. https://example.org/cat", citation);
    }

    [Fact]
    public void A_title_that_asks_gets_no_second_stop_and_without_an_address_ours_is_given()
    {
        var shown = Sample.Of((Fields.Title, "Where is my cat?", "en"), (Fields.Url, "javascript:alert(1)", null));

        var citation = Citation.Of(shown.Summary, English.Words, "https://dala.example/resources/1");

        Assert.Equal("Where is my cat? Stories. Licence unclear. https://dala.example/resources/1", citation);
    }
}
