using System.Buffers.Binary;
using System.Buffers.Text;
using Dala.Search.Searching;
using Dala.Search.Segments;

namespace Dala.Search.Tests.Searching;

public sealed class CursorTests
{
    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Title)]
    public void What_was_encoded_is_read_again(SearchOrder order)
    {
        var cursor = new Cursor(order, long.MinValue + 5, [1, 2, 3], [4, 5]);

        var read = Cursor.Read(cursor.Encode(), order)!;

        Assert.Equal((order, cursor.Primary), (read.Order, read.Primary));
        Assert.Equal(cursor.Title, read.Title);
        Assert.Equal(cursor.Key, read.Key);
    }

    [Fact]
    public void A_cursor_that_lost_or_changed_anything_is_refused()
    {
        var text = new Cursor(SearchOrder.Title, 0, [1, 2, 3], [4, 5]).Encode();
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Throws<BadCursorException>(() => Cursor.Read(text[..i] + text[(i + 1)..], SearchOrder.Title));
            Assert.Throws<BadCursorException>(() =>
                Cursor.Read(text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..], SearchOrder.Title)
            );
        }
    }

    [Fact]
    public void A_forged_cursor_whose_title_is_longer_than_itself_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(new Cursor(SearchOrder.Title, 0, [1, 2, 3], [4, 5]).Encode());
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), 60_000);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), Checksum.Of(bytes.AsSpan(0, bytes.Length - 4)));

        Assert.Throws<BadCursorException>(() => Cursor.Read(Base64Url.EncodeToString(bytes), SearchOrder.Title));
    }
}
