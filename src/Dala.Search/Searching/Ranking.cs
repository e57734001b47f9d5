using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004): the frequencies of a word in the fields, each
/// weighed and divided by the field's relative length, are added before they saturate. So are those of its other forms, which weigh less.
/// </summary>
internal sealed class Ranking
{
    private const float K1 = 1.2f;

    // What saturation never reaches.
    private const float Saturated = K1 + 1;

    /// <summary>Sums of floats are rounded, by less than this factor.</summary>
    public const float Rounding = 1.0001f;

    // A wish of the reader's, not a filter: it decides between documents that match about equally well.
    private const float FirstLanguage = 1.2f;
    private const float OtherLanguage = 1.1f;

    // By MatchLevel.
    private static readonly float[] Levels = [1, 0.7f, 0.5f, 0.4f, 0.3f, 0.2f];

    private readonly IndexSchema _schema;
    private readonly double[] _averages;
    private readonly string[] _languages;
    private readonly long _documents;

    public Ranking(Snapshot snapshot, IndexSchema schema, IReadOnlyList<string> preferredLanguages)
    {
        _documents = snapshot.Documents;
        _languages = [.. preferredLanguages.Select(LanguageSets.Primary).Distinct(StringComparer.Ordinal)];
        Fields = schema.Texts.Count;
        _schema = schema;
        _averages = new double[Fields];
        for (var field = 0; field < Fields; field++)
        {
            var length = 0L;
            foreach (var view in snapshot.Views)
                length += view.Segment.FieldLengths[field];
            _averages[field] = FieldWeights.Average(length, _documents);
        }

        Weights = FieldWeights.Of(schema, _averages);
    }

    public int Fields { get; }

    public bool HasLanguages => _languages.Length > 0;

    /// <summary>What an occurrence weighs by field and length (<see cref="FieldWeights"/>).</summary>
    public float[] Weights { get; }

    /// <summary>What an occurrence in a field of average length weighs.</summary>
    public IReadOnlyList<float> Usual => [.. _schema.Texts.Select(text => text.Weight)];

    /// <summary>By how much the weights can have grown since the bounds of a segment were written.</summary>
    public float BoundGrowth(Segment segment)
    {
        var growth = 0f;
        for (var field = 0; field < Fields; field++)
        {
            var then = FieldWeights.Average(segment.FieldLengths[field], segment.Documents);
            growth = Math.Max(
                growth,
                FieldWeights.Growth(segment.BoundWeights[field], then, _schema.Texts[field].Weight, _averages[field])
            );
        }

        return growth * Rounding;
    }

    /// <summary>The most that <see cref="Preferences"/> raise a score.</summary>
    public float GreatestPreference => HasLanguages ? FirstLanguage : 1;

    /// <summary>What a word is worth by its rarity; more documents than there are (of several words taken together) are possible.</summary>
    public float Rarity(long documents)
    {
        var with = Math.Min(documents, _documents);
        return (float)Math.Log(1 + ((_documents - with + 0.5) / (with + 0.5)));
    }

    public static float Level(MatchLevel level) => Levels[(int)level];

    public static float Saturate(float frequency) => frequency * (K1 + 1) / (K1 + frequency);

    /// <summary>What nothing of a frequency is worth more than; the frequency may be infinite.</summary>
    public static float Bound(float weight, float frequency) =>
        weight * (float.IsPositiveInfinity(frequency) ? Saturated : Saturate(frequency) * Rounding);

    /// <summary>The frequency that saturates to something, or a little less; infinity for what none reaches.</summary>
    public static float FrequencyOf(float saturated) =>
        saturated <= 0 ? -1
        : saturated >= Saturated ? float.PositiveInfinity
        : saturated * K1 / (Saturated - saturated) / Rounding;

    /// <summary>For each language set of a segment, by how much it raises a score.</summary>
    public float[] Preferences(Segment segment)
    {
        var names = segment.LanguageSetNames;
        var preferences = new float[FieldWeights.Codes];
        for (var i = 0; i < names.Count; i++)
        {
            var set = names.Text(i).Split(' ');
            var rank = Array.FindIndex(_languages, language => set.Contains(language, StringComparer.Ordinal));
            preferences[i] =
                rank < 0 ? 1
                : rank == 0 ? FirstLanguage
                : OtherLanguage;
        }

        return preferences;
    }
}
