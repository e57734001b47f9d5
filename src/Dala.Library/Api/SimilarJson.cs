using Dala.Library.Finding;

namespace Dala.Library.Api;

/// <summary>Resources that are like one, the likest first.</summary>
public sealed record SimilarJson(IReadOnlyList<ItemJson> Items)
{
    public static SimilarJson Of(SimilarResources similar) => new([.. similar.Items.Select(ItemJson.Of)]);
}
