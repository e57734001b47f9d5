using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>
/// BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004): the frequencies of a word in the fields, each
/// weighed and divided by the field's relative length, are added before they saturate.
/// </summary>
internal sealed class Ranking
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    // A wish of the reader's, not a filter: it decides between documents that match about equally well.
    private const float FirstLanguage = 1.2f;
    private const float OtherLanguage = 1.1f;

    private readonly float[][] _weights;
    private readonly string[] _languages;
    private readonly int _documents;

    public Ranking(Snapshot snapshot, IndexSchema schema, IReadOnlyList<string> preferredLanguages)
    {
        _documents = snapshot.Documents;
        _languages = [.. preferredLanguages.Select(LanguageSets.Primary).Distinct(StringComparer.Ordinal)];
        _weights = new float[schema.Texts.Count][];
        for (var field = 0; field < _weights.Length; field++)
        {
            var number = field;
            var average = Math.Max(
                1,
                (double)snapshot.Views.Sum(view => view.Segment.FieldLengths[number]) / Math.Max(1, _documents)
            );
            _weights[field] = new float[byte.MaxValue + 1];
            for (var code = 0; code <= byte.MaxValue; code++)
                _weights[field][code] =
                    schema.Texts[field].Weight / (1 - B + (B * (float)(FieldLength.Decode((byte)code) / average)));
        }
    }

    public int Fields => _weights.Length;

    public bool HasLanguages => _languages.Length > 0;

    /// <summary>What a word is worth by its rarity; more documents than there are (of several words taken together) are possible.</summary>
    public float Rarity(long documents)
    {
        var with = Math.Min(documents, _documents);
        return (float)Math.Log(1 + ((_documents - with + 0.5) / (with + 0.5)));
    }

    public float Weight(int field, byte length) => _weights[field][length];

    public static float Saturate(float frequency) => frequency * (K1 + 1) / (K1 + frequency);

    /// <summary>For each language set of a segment, by how much it raises a score.</summary>
    public float[] Preferences(Segment segment)
    {
        var names = segment.LanguageSetNames;
        var preferences = new float[names.Count];
        for (var i = 0; i < preferences.Length; i++)
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
