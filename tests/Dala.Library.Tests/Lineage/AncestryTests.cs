using Dala.Library.Lineage;
using Dala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Lineage;

public sealed class AncestryTests
{
    [Fact]
    public async Task A_remix_of_a_remix_has_all_its_ancestors_the_nearest_first_with_their_change_notes()
    {
        await using var library = new TestLibrary();
        await library.Take(
            new Work("story") { Title = "The hungry crocodile", Creators = ["Christian G."] },
            new Work("adapted")
            {
                Title = "Голодный крокодил",
                Language = "ru",
                Creators = ["Анна Иванова"],
                Licence = "https://creativecommons.org/licenses/by-sa/4.0/",
                TranslationOf = ["story"],
                Change = "Перевод на русский язык.",
            },
            new Work("remix")
            {
                Creators = ["Айгүл Сейітова"],
                BasedOn = ["adapted"],
                Change = "Questions added.",
            }
        );

        var remix = await library.Id("remix");
        var found = library.Services.GetRequiredService<Ancestry>().Of([remix], "en")[remix];

        Assert.Equal(
            ["1 BasedOn Голодный крокодил", "2 TranslationOf The hungry crocodile"],
            found.Select(ancestor => $"{ancestor.Steps} {ancestor.Kind} {ancestor.Title}")
        );
        Assert.Equal(await library.Id("adapted"), found[0].Id);
        Assert.Equal("ru", found[0].TitleLanguage);
        Assert.Equal(["Анна Иванова"], found[0].Creators);
        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", found[0].Licence.Licence?.Uri);
        Assert.Equal("https://example.org/adapted", found[0].Url);
        Assert.Equal([new ChangeNote("Перевод на русский язык.", "ru")], found[0].Changes);
        Assert.Equal([], found[1].Changes);
    }

    [Fact]
    public async Task An_ancestor_that_is_not_in_the_library_keeps_its_name_its_makers_and_its_licence()
    {
        await using var library = new TestLibrary();
        await library.Import("amb", SharedData.At("amb-schema-examples/20231019/examples/valid/highered-figure.json"));
        var figure = await library.Id("https://oer.gitlab.io/OS/figures/OS/hail_f0613_with_embedded_frame_nos.png");

        var only = Assert.Single(library.Services.GetRequiredService<Ancestry>().Of([figure], "en")[figure]);

        Assert.Null(only.Id);
        Assert.Equal("Figure 6.13", only.Title);
        Assert.Equal(["Max Hailperin"], only.Creators);
        Assert.Equal("https://creativecommons.org/licenses/by-sa/3.0/", only.Licence.Licence?.Uri);
        Assert.Equal(
            "https://github.com/Max-Hailperin/Operating-Systems-and-Middleware--Supporting-Controlled-Interaction/blob/9fc6cbc76348fb091449741fac15e211776e8aba/hail_f0613.pdf",
            only.Url
        );
    }

    [Fact]
    public async Task Wholes_and_other_versions_are_no_ancestors_and_each_resource_has_its_own()
    {
        await using var library = new TestLibrary();
        await library.Take(
            new Work("source"),
            new Work("book") { HasPart = ["one"] },
            new Work("one") { BasedOn = ["source"], PartOf = ["book"] },
            new Work("two") { BasedOn = ["source", "one"] }
        );

        var (one, two) = (await library.Id("one"), await library.Id("two"));
        var found = library.Services.GetRequiredService<Ancestry>().Of([one, two], "en");

        Assert.Equal(["source"], found[one].Select(ancestor => ancestor.Title));
        Assert.Equal(["one", "source"], found[two].Select(ancestor => ancestor.Title).Order(StringComparer.Ordinal));
    }
}
