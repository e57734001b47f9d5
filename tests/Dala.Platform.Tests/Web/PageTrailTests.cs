using Dala.Platform.Web;

namespace Dala.Platform.Tests.Web;

public sealed class PageTrailTests
{
    [Fact]
    public void Leads_back_by_the_way_it_came()
    {
        var second = PageTrail.Onwards(null, "a");
        var third = PageTrail.Onwards(second, "b");

        Assert.Equal("b", PageTrail.Cursor(third));
        Assert.Equal(second, PageTrail.Back(third));
        Assert.Equal("", PageTrail.Back(second));
        Assert.Null(PageTrail.Cursor(PageTrail.Back(second)));
        Assert.Null(PageTrail.Back(""));
    }

    [Fact]
    public void Of_a_long_way_it_forgets_the_beginning_and_does_not_take_another_page_for_the_first()
    {
        var cursor = new string('c', 300);
        var trail = "";
        for (var page = 0; page < 10; page++)
            trail = PageTrail.Onwards(trail, cursor + page);

        var back = new List<string?>();
        for (var at = trail; !string.IsNullOrEmpty(at); at = PageTrail.Back(at))
            back.Add(PageTrail.Cursor(at)![300..]);
        var last = trail;
        while (PageTrail.Back(last) is { } before)
            last = before;

        Assert.Equal(["9", "8", "7", "6", "5", "4"], back);
        Assert.NotEqual("", last);
    }

    [Fact]
    public void Of_a_cursor_that_is_too_long_alone_it_keeps_that_cursor()
    {
        var cursor = new string('c', 3_000);

        Assert.Equal(cursor, PageTrail.Onwards(null, cursor));
        Assert.Equal("." + cursor, PageTrail.Onwards("a.b", cursor));
    }
}
