using Dala.Library.Finding;
using Dala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Finding;

public sealed class SubjectNamesTests
{
    [Fact]
    public async Task Finds_what_is_tagged_by_the_name_of_its_subject_or_language_in_any_language()
    {
        await using var library = new TestLibrary();
        await library.Import("phet-simulation-titles", SharedData.At("phet-simulation-titles/titles.jsonl.gz"));
        await library.Index();
        string[] questions = ["数学", "математика", "mathématiques", "الرياضيات", "o'zbek", "oʻzbek", "казахский", "қазақ"];

        var without = new List<string>();
        foreach (var question in questions)
        {
            if ((await library.Find(new Find { Text = question })).Total is 0 or 77)
                without.Add(question);
        }

        Assert.Empty(without);
    }

    [Fact]
    public async Task Names_a_subject_with_the_narrow_field_it_stands_under_and_not_with_the_broad_one()
    {
        await using var library = new TestLibrary();

        var names = library.Services.GetRequiredService<SubjectNames>().OfSubject("0541").Where(name => name.Language == "en");

        Assert.Equal(["Mathematics and statistics", "Mathematics"], names.Select(name => name.Value));
    }
}
