using Dala.Library.Api;
using Microsoft.Net.Http.Headers;

namespace Dala.Library.Tests.Api;

public class RepresentationTests
{
    [Theory]
    [InlineData("application/ld+json", true)]
    [InlineData("application/ld+json, application/json;q=0.9", true)]
    [InlineData("application/json, application/ld+json;q=0.5", false)]
    [InlineData("application/ld+json;q=0, */*", false)]
    [InlineData("*/*", false)]
    [InlineData("", false)]
    public void Linked_data_is_given_to_whoever_prefers_it(string accept, bool expected)
    {
        IList<MediaTypeHeaderValue> ranges = accept.Length == 0 ? [] : MediaTypeHeaderValue.ParseList([accept]);

        Assert.Equal(expected, Representation.IsLinkedData(ranges));
    }
}
