using System.Buffers;
using System.Text;
using Dala.Library.Api;
using Dala.Library.Finding;
using Dala.Library.Tests.Showing;
using Dala.Search;

namespace Dala.Library.Tests.Api;

public class FrequentJsonTests
{
    [Fact]
    public void Is_letter_by_letter_what_all_other_answers_are_written_as()
    {
        var summary = Sample.Of((Fields.Title, "Oʻzbek «tili» <1>", "uz"), (Fields.Language, "uz", null)).Summary;
        var why = new Explanation(1.5f, [new WordMatch("tili", "tili", MatchLevel.Same, ["title"], 1.5f)], 1);
        var found = new Found
        {
            Total = 1,
            Items =
            [
                new FoundResource(
                    summary,
                    new MarkedText(summary.Title, "uz", []),
                    new MarkedText("tili", null, [new(0, 4)]),
                    why
                ),
            ],
            Facets = new Dictionary<string, IReadOnlyList<FacetCount>> { ["language"] = [new("uz", 2, 1)] },
            Preferred = ["uz"],
            DidYouMean = "tilla",
        };
        var json = FoundJson.Of(new Find { Text = "tili" }, found, new Concepts(English.Book), English.Words);

        var bytes = new ArrayBufferWriter<byte>();
        LibraryJson.Write(bytes, json, FrequentJson.Default.FoundJson);

        Assert.Equal(LibraryJson.Text(json), Encoding.UTF8.GetString(bytes.WrittenSpan));
    }
}
