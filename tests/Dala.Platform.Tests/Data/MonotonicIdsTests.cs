using Dala.Platform.Data;

namespace Dala.Platform.Tests.Data;

public sealed class MonotonicIdsTests
{
    [Fact]
    public void Ids_that_are_made_within_one_millisecond_sort_in_the_order_of_their_making()
    {
        var ids = new MonotonicIds();

        var made = Enumerable.Range(0, 100_000).Select(_ => Convert.ToHexString(ids.Next())).ToList();

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, id => Assert.Equal('7', id[12]));
    }
}
