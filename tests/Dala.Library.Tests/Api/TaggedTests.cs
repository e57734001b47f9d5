using Dala.Library.Api;
using Microsoft.AspNetCore.Http;

namespace Dala.Library.Tests.Api;

public class TaggedTests
{
    [Fact]
    public async Task Who_has_it_already_is_sent_nothing_and_who_has_another_is_sent_everything()
    {
        var (first, body, tag) = await Ask("{}", null);

        Assert.Equal((200, 2), (first, body));
        Assert.Equal((304, 0, tag), await Ask("{}", tag));
        Assert.Equal((304, 0, tag), await Ask("{}", $"\"other\", W/{tag}"));
        Assert.Equal((304, 0, tag), await Ask("{}", "*"));
        Assert.Equal((200, 2), ((await Ask("[]", tag)).Status, (await Ask("[]", tag)).Length));
    }

    private static async Task<(int Status, int Length, string Tag)> Ask(string text, string? held)
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;
        if (held is not null)
            http.Request.Headers.IfNoneMatch = held;
        await Tagged.Text(text, "application/json").ExecuteAsync(http);
        return (http.Response.StatusCode, (int)body.Length, http.Response.Headers.ETag.ToString());
    }
}
