using Dala.Library.Finding;
using Dala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Finding;

public sealed class LoosenSearchTests
{
    [Fact]
    public async Task Offers_what_finds_something_with_its_number()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(
            library,
            new Book("1", "Red apples") { Published = "2015-06-01" },
            new Book("2", "Red pears", "fr") { Published = "2015-06-01" },
            new Book("3", "Green pears", "fr") { Published = "2015-06-01" }
        );
        var asked = new Find
        {
            Text = "red plums",
            Filters = new Dictionary<string, IReadOnlyList<string>> { ["language"] = ["fr"], ["tier"] = ["T1"] },
            From = new DateOnly(2014, 1, 1),
        };

        var offers = library.Services.GetRequiredService<LoosenSearch>().Run(asked, "red pears", "en");

        Assert.Equal(
            [
                (LooserBy.Spelling, null, "red pears", 1),
                (LooserBy.AnyWord, null, "red plums", 1),
                (LooserBy.Word, "plums", "red", 1),
            ],
            offers.Select(offer => (offer.By, offer.What, offer.Question, offer.Count))
        );
    }

    [Fact]
    public async Task Offers_to_leave_out_each_filter_all_of_them_and_the_dates()
    {
        await using var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "Red apples") { Published = "2015-06-01" }, new Book("2", "Red pears", "fr"));
        var use = library.Services.GetRequiredService<LoosenSearch>();
        var filters = new Dictionary<string, IReadOnlyList<string>>
        {
            ["language"] = ["sv"],
            ["tier"] = ["T1"],
            ["type"] = [],
        };

        var filtered = use.Run(new Find { Text = "red", Filters = filters }, null, "en");
        var dated = use.Run(new Find { Text = "red", To = new DateOnly(2014, 1, 1) }, null, "en");

        Assert.Equal(
            [(LooserBy.Filter, "language", 2), (LooserBy.AllFilters, null, 2)],
            filtered.Select(offer => (offer.By, offer.What, offer.Count))
        );
        Assert.Equal([(LooserBy.Dates, 2)], dated.Select(offer => (offer.By, offer.Count)));
    }
}
