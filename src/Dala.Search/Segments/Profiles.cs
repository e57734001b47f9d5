using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>
/// The ways in which words occur in documents: in which fields, and how often in each. Few of them occur again and again, so a posting holds the
/// number of its profile and not the frequencies.
/// </summary>
internal sealed class ProfilesContent
{
    /// <summary>Fields an index may have: a field and a frequency share a byte.</summary>
    public const int MostFields = 16;

    /// <summary>Frequencies above are not told apart; BM25F has saturated long before.</summary>
    public const int MostOften = 15;

    private readonly Dictionary<UInt128, int> _numbers = [];

    // Most words occur in one field of a document: for each such profile its number plus one, so that it need not be looked up.
    private readonly int[] _numbersOfOnePart = new int[byte.MaxValue + 1];
    private readonly List<byte> _parts = [];
    private readonly List<uint> _offsets = [0];

    /// <summary>A byte with the field in its high half and the frequency, at most 15, in its low half.</summary>
    public static byte Part(int field, int often) => (byte)(field << 4 | Math.Min(often, MostOften));

    /// <summary>The number of a profile, given by its parts in the order of the fields.</summary>
    public int Of(ReadOnlySpan<byte> parts)
    {
        if (parts.Length == 1)
        {
            ref var known = ref _numbersOfOnePart[parts[0]];
            if (known == 0)
                known = NumberOf(parts) + 1;
            return known - 1;
        }

        return NumberOf(parts);
    }

    private int NumberOf(ReadOnlySpan<byte> parts)
    {
        // Each field has its own half byte, so that the parts make one number.
        UInt128 key = 0;
        foreach (var part in parts)
            key |= (UInt128)(uint)(part & 0xF) << ((part >> 4) * 4);
        if (_numbers.TryGetValue(key, out var number))
            return number;
        number = _numbers.Count;
        _numbers.Add(key, number);
        foreach (var part in parts)
            _parts.Add(part);
        _offsets.Add((uint)_parts.Count);
        return number;
    }

    public ReadOnlySpan<byte> this[int number] =>
        CollectionsMarshal.AsSpan(_parts)[(int)_offsets[number]..(int)_offsets[number + 1]];

    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        sections[(int)first].Values<uint>(CollectionsMarshal.AsSpan(_offsets));
        sections[(int)first + 1].Bytes(CollectionsMarshal.AsSpan(_parts));
    }
}

/// <summary>What is asked of profiles for every document of a list: added up once, when a segment is first searched.</summary>
internal sealed class ProfileTotals
{
    public ProfileTotals(Profiles profiles)
    {
        Fields = new uint[profiles.Count];
        Positions = new int[profiles.Count];
        Single = new int[profiles.Count];
        for (var profile = 0; profile < profiles.Count; profile++)
        {
            var parts = profiles[profile];
            Single[profile] = parts.Length == 1 ? parts[0] : -1;
            foreach (var part in parts)
            {
                var often = part & 0xF;
                Fields[profile] |= 1u << (part >> 4);
                Positions[profile] =
                    often == ProfilesContent.MostOften || Positions[profile] < 0 ? -1 : Positions[profile] + often;
            }
        }
    }

    /// <summary>By profile, its only part; -1 where there are several.</summary>
    public int[] Single { get; }

    /// <summary>By profile, a bit for each field.</summary>
    public uint[] Fields { get; }

    /// <summary>By profile, how many positions there are; -1 where only the positions themselves can tell.</summary>
    public int[] Positions { get; }
}

/// <summary>Reads the profiles of a segment.</summary>
internal readonly struct Profiles(Column<uint> offsets, Column<byte> parts)
{
    public int Count => (int)offsets.Count - 1;

    /// <summary>A byte per field, with the field in its high half and the frequency in its low half.</summary>
    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = offsets[number];
            return parts.From(start)[..(int)(offsets[number + 1] - start)];
        }
    }
}
