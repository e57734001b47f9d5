using Dala.Search.Analysis;

namespace Dala.Search.Segments;

/// <summary>
/// From what words have in common (a stem in a language, a script key, a part of a compound) to the terms that have it. Only terms as they are
/// written have postings; their relatives are looked up when a query asks, so that each term can be weighed by how near it is.
/// </summary>
/// <remarks>A hash table without the keys: what it finds is checked against the term itself.</remarks>
internal sealed class RelatedTermsContent
{
    private const int PerBucket = 8;

    private readonly List<ulong> _entries = [];
    private readonly char[] _text = new char[Words.Longest];

    /// <summary>Adds a term with its languages; terms come in the order of their numbers.</summary>
    public void Add(ReadOnlySpan<char> term, ulong languages, int number)
    {
        if (term.Length > Words.Longest)
            return;
        term.CopyTo(_text);
        var sink = new Sink(_entries, _text, term.Length, number);
        Relations.OfTerm(term, languages, ref sink);
    }

    /// <summary>Takes over the tables of segments that become one.</summary>
    /// <param name="inputs">Each with the new numbers of its terms, or -1 for those that are gone.</param>
    public void Merge(IReadOnlyList<(RelatedTerms Table, int[] Numbers)> inputs)
    {
        _entries.EnsureCapacity(checked((int)inputs.Sum(input => input.Table.Count)));
        foreach (var (table, numbers) in inputs)
        {
            for (var i = 0L; i < table.Count; i++)
            {
                if (numbers[table.NumberAt(i)] is >= 0 and var number)
                    _entries.Add((ulong)table.HashAt(i) << 32 | (uint)number);
            }
        }
    }

    /// <summary>Writes the table; what stood in several of the tables taken over is written once.</summary>
    public void WriteTo(List<ByteBuffer> sections, Section first)
    {
        // The bits that choose the bucket come from a hash, so that the entries fall into their buckets evenly: few are left to sort in each.
        var bits = BucketBits(_entries.Count);
        var starts = new uint[(1 << bits) + 1];
        foreach (var entry in _entries)
            starts[(int)(entry >> (64 - bits)) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        var next = starts.ToArray();
        var entries = new ulong[_entries.Count];
        foreach (var entry in _entries)
            entries[next[(int)(entry >> (64 - bits))]++] = entry;
        var kept = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            var bucket = entries.AsSpan((int)starts[i - 1]..(int)starts[i]);
            bucket.Sort();
            starts[i - 1] = (uint)kept;
            foreach (var entry in bucket)
            {
                if (kept == 0 || entries[kept - 1] != entry)
                    entries[kept++] = entry;
            }
        }

        starts[^1] = (uint)kept;
        sections[(int)first].Values<uint>(starts);
        sections[(int)first + 1].Values<ulong>(entries.AsSpan(0, kept));
    }

    /// <summary>FNV-1a over the characters, with the last step of MurmurHash3, as the high bits choose the bucket.</summary>
    public static uint Hash(MatchLevel level, byte language, ReadOnlySpan<char> text)
    {
        var hash = (2166136261u ^ (uint)level) * 16777619u;
        hash = (hash ^ language) * 16777619u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private readonly struct Sink(List<ulong> entries, char[] term, int length, int number) : IRelationSink
    {
        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common)
        {
            // Who looks for what is common finds the term that is just that by itself.
            if (!common.SequenceEqual(term.AsSpan(0, length)))
                entries.Add((ulong)Hash(level, language, common) << 32 | (uint)number);
        }
    }

    private static int BucketBits(int entries) => Math.Max(1, 32 - int.LeadingZeroCount(entries / PerBucket));
}

/// <summary>Reads a table of related terms.</summary>
internal readonly struct RelatedTerms(Column<uint> starts, Column<ulong> entries)
{
    public long Count => entries.Count;

    public uint HashAt(long place) => (uint)(entries[place] >> 32);

    public int NumberAt(long place) => (int)(uint)entries[place];

    /// <summary>Adds the numbers of the terms that may have something in common; others may be among them.</summary>
    public void Find(MatchLevel level, byte language, ReadOnlySpan<char> common, List<int> numbers)
    {
        if (entries.Count == 0)
            return;
        var hash = RelatedTermsContent.Hash(level, language, common);
        var bits = int.TrailingZeroCount((int)starts.Count - 1);
        var bucket = hash >> (32 - bits);
        for (var i = starts[bucket]; i < starts[bucket + 1]; i++)
        {
            if ((uint)(entries[i] >> 32) == hash)
                numbers.Add((int)(uint)entries[i]);
        }
    }
}
