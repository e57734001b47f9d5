using Dala.Library.Sources;

namespace Dala.Library.Tests.Sources;

public class StartImportTests
{
    [Theory]
    [InlineData("books.csv", "books.csv")]
    [InlineData(@"C:\Users\a\books.csv", "books.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    public void Of_a_path_that_a_browser_sends_only_the_last_part_is_a_name(string sent, string name)
    {
        Assert.Equal(name, StartImport.NameOf(File(sent)));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_an_order_at_once()
    {
        var problem = StartImport.Wrong(new ImportOrder { Source = "Not A Name", Mapping = "../secret" })!;

        Assert.Equal(
            [
                ("/files", "library.import.no-file"),
                ("/source", "library.import.source-name"),
                ("/mapping", "library.import.no-mapping"),
            ],
            problem.Faults.Select(fault => (fault.Pointer, fault.Code))
        );
    }

    [Fact]
    public void A_file_that_the_mapping_does_not_know_is_named()
    {
        var problem = StartImport.Wrong(
            new ImportOrder
            {
                Source = "phet",
                Mapping = "phet-simulation-titles",
                Files = [File("README.md")],
            }
        )!;

        Assert.Equal(["README.md", "phet-simulation-titles"], Assert.Single(problem.Faults).Arguments);
    }

    private static SentFile File(string name) => new(name, 1, () => Stream.Null);
}
