using Dala.Library.Lineage;
using Dala.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Library.Tests.Lineage;

public sealed class FindLineageTests
{
    [Fact]
    public async Task A_course_of_AMB_its_part_and_the_figure_in_it_find_each_other_from_every_end()
    {
        await using var library = new TestLibrary();
        await library.Import(
            "amb",
            [
                .. new[] { "highered-course", "highered-course-part", "highered-figure" }.Select(name =>
                    SharedData.At($"amb-schema-examples/20231019/examples/valid/{name}.json")
                ),
            ]
        );
        var figure = await library.Id("https://oer.gitlab.io/OS/figures/OS/hail_f0613_with_embedded_frame_nos.png");
        var course = await library.Id("https://oer.gitlab.io/OS");

        var ofFigure = Find(library, figure);
        var ofCourse = Find(library, course);

        Assert.Equal(
            [
                "2 Computer Structures and Operating Systems",
                "1 Figure 6.13",
                "1 OS08: Virtual Memory I",
                "0 A-32 two-level page table",
            ],
            Works(ofFigure)
        );
        Assert.Equal(
            [
                "A-32 two-level page table BasedOn Figure 6.13 (1)",
                // Both the figure and the presentation say so.
                "A-32 two-level page table PartOf OS08: Virtual Memory I (2)",
                "OS08: Virtual Memory I PartOf Computer Structures and Operating Systems (2)",
            ],
            Edges(ofFigure)
        );
        Assert.Equal(
            [
                "-1 JiTT for OS",
                "-1 OS Introduction",
                "-1 OS Overview",
                "-1 OS02: Interrupts",
                "-1 OS08: Virtual Memory I",
                "-2 A-32 two-level page table",
                "0 Computer Structures and Operating Systems",
            ],
            Works(ofCourse).Order(StringComparer.Ordinal)
        );
        Assert.Null(ofCourse.Nodes.Single(node => node.Title == "OS Overview").Id);
        Assert.Equal(
            "https://oer.gitlab.io/OS/Operating-Systems-Overview.html",
            ofCourse.Nodes.Single(node => node.Title == "OS Overview").Url
        );
        Assert.False(ofCourse.Cut);
    }

    [Theory]
    [InlineData("https://example.org/source")]
    [InlineData("http://example.org/source/")]
    [InlineData("amb/https://example.org/source")]
    [InlineData("https://elsewhere.example/kk/resources/{id}")]
    [InlineData("{id}")]
    public async Task A_source_is_known_by_its_addresses_its_identifier_our_page_and_its_id(string name)
    {
        await using var library = new TestLibrary();
        await library.Take(new Work("source"));
        var source = await library.Id("source");
        var said = name.Replace("{id}", source.ToString(), StringComparison.Ordinal);
        await library.Take(new Work("source"), new Work("made") { BasedOn = ["urn:x:source"] });
        await library.ClaimInstead("urn:x:source", said);

        // From the source, and from what was made from it.
        Assert.Equal(["made BasedOn source (1)"], Edges(Find(library, source)));
        Assert.Equal(["made BasedOn source (1)"], Edges(Find(library, await library.Id("made"))));
    }

    [Fact]
    public async Task A_name_alone_is_no_resource_though_another_is_called_so()
    {
        await using var library = new TestLibrary();
        await library.Take(new Work("source") { Title = "Physics" }, new Work("made") { BasedOn = ["urn:x:Physics"] });
        await library.ClaimInstead("urn:x:Physics", "Physics");

        var broken = Find(library, await library.Id("made")).Nodes.Single(node => node.Generation == 1);

        Assert.Null(broken.Id);
        Assert.Equal(("Work urn:x:Physics", (string?)null), (broken.Title, broken.Url));
    }

    [Fact]
    public async Task Stories_of_one_work_are_versions_and_none_is_called_the_original()
    {
        await using var library = new TestLibrary();
        await library.Import("storybooks", SomeStories.In(library.Folder, "global-storybooks.zip"));
        var stories = await library.Run<Dala.Library.Showing.ShowResource, List<Guid>>(async show =>
        {
            var first = await library.FirstOfWork("asp:0002");
            var shown = await show.Run(first.ToString(), "en", TestContext.Current.CancellationToken);
            return [first, .. shown.Value.Versions.Select(version => version.Id)];
        });

        var found = Find(library, stories[0]);

        Assert.True(stories.Count > 5);
        Assert.Equal(stories.Order(), found.Nodes.Select(node => node.Id!.Value).Order());
        Assert.All(found.Nodes, node => Assert.Equal(0, node.Generation));
        Assert.All(found.Edges, edge => Assert.Equal(LineageKind.SameWork, edge.Kind));
        Assert.Equal(stories.Count - 1, found.Edges.Count);
    }

    [Fact]
    public async Task A_circle_is_left_out_and_listed_and_may_not_be_written()
    {
        await using var library = new TestLibrary();
        await library.Take(
            new Work("one") { BasedOn = ["two"] },
            new Work("two") { BasedOn = ["three"] },
            new Work("three") { TranslationOf = ["one"] }
        );
        var (one, three) = (await library.Id("one"), await library.Id("three"));
        var lineage = library.Services.GetRequiredService<FindLineage>();

        var found = Find(library, one);

        Assert.Equal(["one BasedOn two (1)", "two BasedOn three (1)"], Edges(found));
        var refused = Assert.Single(found.Refused);
        Assert.Equal(("three", "one"), (refused.From.Title, refused.To.Title));
        Assert.Equal("library.lineage.cycle", lineage.WouldCloseCycle(three, one, "en")?.Code);
        Assert.Equal("library.lineage.cycle", lineage.WouldCloseCycle(one, one, "en")?.Code);
        await library.Take(new Work("alone"));
        Assert.Null(lineage.WouldCloseCycle(await library.Id("alone"), one, "en"));
        Assert.Null(lineage.WouldCloseCycle(one, await library.Id("alone"), "en"));
    }

    [Fact]
    public async Task A_line_of_works_longer_than_the_limit_is_cut_and_says_so()
    {
        await using var library = new TestLibrary();
        await library.Take([
            .. Enumerable
                .Range(0, 13)
                .Select(number => new Work($"w{number:00}") { BasedOn = number == 0 ? [] : [$"w{number - 1:00}"] }),
        ]);

        var top = Find(library, await library.Id("w12"));
        var whole = Find(library, await library.Id("w10"));

        Assert.True(top.Cut);
        Assert.Equal((11, "w02"), (top.Nodes.Count, top.Nodes[0].Title));
        Assert.False(whole.Cut);
        Assert.Equal(13, whole.Nodes.Count);
    }

    [Fact]
    public async Task More_works_than_the_limit_are_cut_from_the_graph_and_still_counted()
    {
        await using var library = new TestLibrary();
        await library.Take([
            new Work("source"),
            .. Enumerable.Range(0, 320).Select(number => new Work($"made{number}") { BasedOn = ["source"] }),
        ]);
        var source = await library.Id("source");

        var found = Find(library, source);
        var summary = library.Services.GetRequiredService<FindLineage>().Summary(source);

        Assert.True(found.Cut);
        Assert.Equal(LineageWalk.MostWorks, found.Nodes.Count);
        Assert.Equal(new LineageSummary(0, 320, 0, 0, null), summary);
    }

    private static FoundLineage Find(TestLibrary library, Guid id) =>
        library.Services.GetRequiredService<FindLineage>().Run(id.ToString(), "en").Value;

    private static IEnumerable<string> Works(FoundLineage found) =>
        found
            .Nodes.OrderByDescending(node => node.Generation)
            .ThenBy(node => node.Title, StringComparer.Ordinal)
            .Select(node => $"{node.Generation} {node.Title}");

    private static IEnumerable<string> Edges(FoundLineage found)
    {
        var titles = found.Nodes.ToDictionary(node => node.Key, node => node.Title, StringComparer.Ordinal);
        return found
            .Edges.Select(edge => $"{titles[edge.From]} {edge.Kind} {titles[edge.To]} ({edge.Evidence.Count})")
            .Order(StringComparer.Ordinal);
    }
}
