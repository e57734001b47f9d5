using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>What an occurrence in a segment is worth.</summary>
internal sealed class SegmentScoring
{
    private readonly Segment _segment;
    private readonly float[] _weights;
    private readonly Column<ushort> _norms;
    private readonly Profiles _profiles;
    private readonly int[] _singleParts;
    private readonly float[] _preferences;
    private readonly IReadOnlyList<float> _usual;
    private readonly int _fields;

    public SegmentScoring(Segment segment, Ranking ranking)
    {
        _segment = segment;
        _weights = ranking.Weights;
        _norms = segment.Norms;
        _profiles = segment.Profiles;
        FieldsOfProfiles = segment.ProfileTotals.Fields;
        _singleParts = segment.ProfileTotals.Single;
        _fields = ranking.Fields;
        _usual = ranking.Usual;
        _preferences = ranking.HasLanguages ? ranking.Preferences(segment) : [];
        HasPreferences = _preferences.AsSpan().ContainsAnyExcept(0, 1);
        BoundGrowth = ranking.BoundGrowth(segment);
        GreatestPreference = HasPreferences ? ranking.GreatestPreference : 1;
    }

    public bool HasPreferences { get; }

    public float GreatestPreference { get; }

    /// <summary>What the bounds of blocks are to be multiplied by (<see cref="BlockEntry"/>).</summary>
    public float BoundGrowth { get; }

    public int Documents => _segment.Documents;

    public int Fields => _fields;

    public Profiles Profiles => _profiles;

    /// <summary>The weighed frequency of an occurrence; a weight of 0 is hardly more than none, and still a match.</summary>
    public float Frequency(int document, int profile)
    {
        var part = _singleParts[profile];
        if (part < 0)
            return Frequency(document, _profiles[profile]);
        var field = part >> 4;
        return float.Epsilon
            + ((part & 0xF) * _weights[(field * FieldWeights.Codes) + Norm.LengthOf(_norms[((long)document * _fields) + field])]);
    }

    /// <summary>The same in some fields only.</summary>
    public float Frequency(int document, int profile, uint onlyFields)
    {
        Span<byte> parts = stackalloc byte[ProfilesContent.MostFields];
        var count = 0;
        foreach (var part in _profiles[profile])
        {
            if ((onlyFields >> (part >> 4) & 1) != 0)
                parts[count++] = part;
        }

        return Frequency(document, parts[..count]);
    }

    /// <summary>The weighed frequency of the parts of a profile (<see cref="ProfilesContent.Part"/>).</summary>
    public float Frequency(int document, ReadOnlySpan<byte> parts)
    {
        var row = (long)document * _fields;
        var frequency = float.Epsilon;
        foreach (var part in parts)
        {
            var field = part >> 4;
            frequency += (part & 0xF) * _weights[(field * FieldWeights.Codes) + Norm.LengthOf(_norms[row + field])];
        }

        return frequency;
    }

    /// <summary>By profile, what no document with it weighs more than: as if all its fields were the shortest there are.</summary>
    public float[] MostOfProfiles(uint onlyFields)
    {
        var shortest = _segment.ShortestFields;
        var most = new float[_profiles.Count];
        for (var profile = 0; profile < most.Length; profile++)
        {
            foreach (var part in _profiles[profile])
            {
                var field = part >> 4;
                if ((onlyFields >> field & 1) != 0)
                    most[profile] += float.Epsilon + ((part & 0xF) * _weights[(field * FieldWeights.Codes) + shortest[field]]);
            }

            most[profile] *= Ranking.Rounding;
        }

        return most;
    }

    /// <summary>The weighed frequency of something that occurs once in a field of usual length.</summary>
    public float Usual(int field) => _usual[field] + float.Epsilon;

    /// <summary>A bit for each field of a profile.</summary>
    public uint FieldsOf(int profile) => FieldsOfProfiles[profile];

    /// <summary>The same of all profiles.</summary>
    public uint[] FieldsOfProfiles { get; }

    /// <summary>A bit for each field of some parts.</summary>
    public static uint FieldsOf(ReadOnlySpan<byte> parts)
    {
        var fields = 0u;
        foreach (var part in parts)
            fields |= 1u << (part >> 4);
        return fields;
    }

    /// <summary>The factor for the reader's languages, by the fields in which a document matched.</summary>
    public float Preference(int document, uint fields)
    {
        var preference = 1f;
        for (; fields != 0; fields &= fields - 1)
        {
            var field = System.Numerics.BitOperations.TrailingZeroCount(fields);
            var norm = _norms[((long)document * _fields) + field];
            preference = Math.Max(preference, _preferences[Norm.LanguagesOf(norm)]);
        }

        return preference;
    }
}
