using Dala.Library.Reader;

namespace Dala.Library.Tests.Reader;

public class TextPagesTests
{
    [Fact]
    public void Cuts_at_lines_that_hold_the_sign_alone_and_leaves_it_alone_in_a_sentence()
    {
        var pages = TextPages.Of("One.\n\nStill one.\r\n\r\n⁂\r\n\r\nTwo ⁂ two.\n\n ⁂ \n");

        Assert.Equal(["One.\n\nStill one.", "Two ⁂ two."], pages);
    }

    [Fact]
    public void A_text_without_the_sign_is_one_page_and_an_empty_one_none()
    {
        Assert.Equal(["Only."], TextPages.Of("Only."));
        Assert.Equal([], TextPages.Of(" \n⁂\n"));
    }

    [Fact]
    public void Where_one_language_has_fewer_pages_its_side_stays_empty()
    {
        Assert.Equal([("a", "x"), ("b", null)], TextPages.Rows("a\n⁂\nb", "x"));
    }
}
