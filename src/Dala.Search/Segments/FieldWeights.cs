namespace Dala.Search.Segments;

/// <summary>What an occurrence in a field weighs by the field's length: BM25F's weight over its length normalisation.</summary>
internal static class FieldWeights
{
    /// <summary>Lengths a field may have (<see cref="FieldLength"/>).</summary>
    public const int Codes = byte.MaxValue + 1;

    private const float B = 0.75f;

    /// <summary>For each field its 256 weights, one field after the other.</summary>
    public static float[] Of(IndexSchema schema, ReadOnlySpan<double> averages)
    {
        var weights = new float[schema.Texts.Count * Codes];
        for (var field = 0; field < schema.Texts.Count; field++)
        {
            for (var code = 0; code < Codes; code++)
                weights[(field * Codes) + code] =
                    schema.Texts[field].Weight / (1 - B + (B * (float)(FieldLength.Decode((byte)code) / averages[field])));
        }

        return weights;
    }

    /// <summary>The average length of a field, from which weights follow.</summary>
    public static double Average(long length, long documents) => Math.Max(1, (double)length / Math.Max(1, documents));

    /// <summary>
    /// By how much at most any weight of a field has grown between two states of an index: a longer average makes a text count as shorter.
    /// </summary>
    public static float Growth(float weightThen, double averageThen, float weightNow, double averageNow) =>
        weightNow == 0 ? 0
        : weightThen == 0 ? float.PositiveInfinity
        : (float)(weightNow / weightThen * Math.Max(1, averageNow / averageThen));
}
