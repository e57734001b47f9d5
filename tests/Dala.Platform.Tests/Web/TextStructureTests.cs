using Dala.Platform.Web;
using FsCheck.Fluent;

namespace Dala.Platform.Tests.Web;

public sealed class TextStructureTests
{
    [Fact]
    public void Reads_paragraphs_lists_steps_and_page_breaks()
    {
        var blocks = TextStructure.Blocks("One\r\ntwo\n \nThings:\n• a\n• b\n3. c\n4. d\n\n⁂\n\nend");

        Assert.Collection(
            blocks,
            block => Assert.Equal(["One", "two"], Assert.IsType<TextBlock.Paragraph>(block).Lines),
            block => Assert.Equal(["Things:"], Assert.IsType<TextBlock.Paragraph>(block).Lines),
            block => Assert.Equal(["a", "b"], Assert.IsType<TextBlock.Bullets>(block).Items),
            block =>
            {
                var steps = Assert.IsType<TextBlock.Steps>(block);
                Assert.Equal(3, steps.First);
                Assert.Equal(["c", "d"], steps.Items);
            },
            block => Assert.IsType<TextBlock.PageBreak>(block),
            block => Assert.Equal(["end"], Assert.IsType<TextBlock.Paragraph>(block).Lines)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\n\t\n")]
    public void Has_no_blocks_where_there_is_no_text(string? text) => Assert.Empty(TextStructure.Blocks(text));

    [Theory]
    [InlineData("see https://example.org/a_(b)), or not", "see |<https://example.org/a_(b)>|), or not")]
    [InlineData("http://a.example.", "<http://a.example>|.")]
    [InlineData("«https://степь.example/жол»", "«|<https://степь.example/жол>|»")]
    [InlineData("javascript:alert(1) data:text/html,x", "javascript:alert(1) data:text/html,x")]
    [InlineData("https:// http://", "https:// http://")]
    [InlineData("https://a.example/\"onmouseover=\"x", "<https://a.example/>|\"onmouseover=\"x")]
    [InlineData("https://a.example/<script>", "<https://a.example/>|<script>")]
    [InlineData("https://a.example/\u202Eevil", "<https://a.example/>|\u202Eevil")]
    public void Finds_web_addresses_and_nothing_else(string line, string expected)
    {
        var pieces = TextStructure.Pieces(line).Select(piece => piece.IsAddress ? $"<{piece.Piece}>" : piece.Piece);

        Assert.Equal(expected, string.Join('|', pieces));
    }

    [Fact]
    public void Loses_no_letter_of_any_line() =>
        FsCheck.Check.QuickThrowOnFailure(
            Prop.ForAll<string>(line =>
                string.Concat(TextStructure.Pieces(line ?? "").Select(piece => piece.Piece)) == (line ?? "")
            )
        );
}
