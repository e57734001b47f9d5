using Dala.Library.Finding;
using Dala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Finding;

public sealed class RecentAnswersTests
{
    private static readonly Find Roses = new() { Text = "roses" };

    [Fact]
    public async Task Who_asks_the_same_gets_the_answer_that_was_made()
    {
        await using var library = await Garden();

        var first = await library.Find(Roses);
        var filtered = await library.Find(Roses with { Filters = Of("language", "en") });

        Assert.Same(first, await library.Find(new Find { Text = "roses" }));
        Assert.Same(filtered, await library.Find(Roses with { Filters = Of("language", "en") }));
    }

    [Fact]
    public async Task Whatever_the_question_differs_in_makes_another_answer()
    {
        await using var library = await Garden();
        Find[] questions =
        [
            Roses,
            Roses with
            {
                Text = "tulips",
            },
            Roses with
            {
                Filters = Of("language", "en"),
            },
            Roses with
            {
                Any = true,
            },
            Roses with
            {
                Exact = true,
            },
            Roses with
            {
                From = new DateOnly(2001, 1, 1),
            },
            Roses with
            {
                To = new DateOnly(2001, 1, 1),
            },
            Roses with
            {
                Preferred = ["ru"],
            },
            Roses with
            {
                Preferred = [],
            },
            Roses with
            {
                Explain = true,
            },
            Roses with
            {
                Order = Search.SearchOrder.Title,
            },
            Roses with
            {
                Size = 1,
            },
            Roses with
            {
                Size = 1,
                After = (await library.Find(Roses with { Size = 1 })).Next,
            },
            Roses with
            {
                FacetSize = 0,
            },
        ];

        var answers = new List<Found>();
        foreach (var question in questions)
            answers.Add(await library.Find(question));
        answers.Add(await library.Find(Roses, "ru"));

        Assert.Equal(answers.Count, answers.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task A_change_is_in_the_next_answer()
    {
        await using var library = await Garden();
        var before = await library.Find(Roses);

        await Shelf.Put(library, new Book("3", "Wild roses"));
        var after = await library.Find(Roses);

        Assert.Equal(2, before.Total);
        Assert.Equal(3, after.Total);
        Assert.Same(after, await library.Find(Roses));
    }

    [Fact]
    public async Task With_no_room_for_them_answers_are_made_each_time()
    {
        await using var library = new TestLibrary(set: [("search.answers", "0")]);
        await Shelf.Put(library, new Book("1", "Roses"));

        var first = await library.Find(Roses);
        var second = await library.Find(Roses);

        Assert.NotSame(first, second);
        Assert.Equal(first.Total, second.Total);
    }

    [Fact]
    public async Task However_much_is_asked_the_room_is_not_exceeded()
    {
        await using var library = new TestLibrary(set: [("search.answers", "64 KB")]);
        await Shelf.Put(library, new Book("1", "Roses"));

        var recent = library.Services.GetRequiredService<RecentAnswers>();
        var most = 0L;
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal(1, (await library.Find(new Find { Text = "roses", FacetSize = 1 + i })).Total);
            most = Math.Max(most, recent.Bytes);
        }

        Assert.InRange(most, 32 << 10, 64 << 10);
    }

    private static async Task<TestLibrary> Garden()
    {
        var library = new TestLibrary();
        await Shelf.Put(library, new Book("1", "Roses and tulips"), new Book("2", "Red roses"));
        return library;
    }

    private static Dictionary<string, IReadOnlyList<string>> Of(string filter, string value) => new() { [filter] = [value] };
}
