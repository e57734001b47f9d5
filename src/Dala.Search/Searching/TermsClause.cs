using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>A word: documents that have any of its terms. The terms count as one word: what they weigh is added before it saturates.</summary>
internal sealed class TermsClause : SegmentClause
{
    private readonly Segment _segment;
    private readonly SegmentScoring _scoring;
    private readonly IReadOnlyList<WordTerm> _terms;
    private readonly float _weight;
    private readonly uint _onlyFields;
    private Walk[]? _walks;

    /// <summary>Reads no postings yet.</summary>
    /// <param name="onlyFields">A bit for each field to look in.</param>
    public TermsClause(Segment segment, SegmentScoring scoring, IReadOnlyList<WordTerm> terms, float weight, uint onlyFields)
    {
        _onlyFields = onlyFields;
        _segment = segment;
        _scoring = scoring;
        _terms = terms;
        _weight = weight;
        Most = terms.Sum(term => (long)term.Term.Documents);
    }

    public override long Most { get; }

    /// <summary>Whether it is met in any field.</summary>
    public bool LooksEverywhere => _onlyFields == uint.MaxValue;

    public override void AddTo(Span<ulong> bits)
    {
        var postings = new PostingsReader();
        foreach (var term in _terms)
        {
            postings.Open(_segment, term.Term);
            while (postings.NextBlock())
            {
                var documents = postings.Documents;
                if (LooksEverywhere)
                {
                    Bitmap.Add(bits, documents);
                    continue;
                }

                var profiles = postings.Profiles;
                for (var i = 0; i < documents.Length; i++)
                {
                    if (IsInFields(profiles[i]))
                        bits[documents[i] >> 6] |= 1UL << documents[i];
                }
            }
        }
    }

    /// <summary>Writes the documents in rising order, of a clause that looks everywhere; how many.</summary>
    public int Collect(int[] documents)
    {
        var postings = new PostingsReader();
        var count = 0;
        foreach (var term in _terms)
        {
            postings.Open(_segment, term.Term);
            while (postings.NextBlock())
            {
                postings.Documents.CopyTo(documents.AsSpan(count));
                count += postings.Documents.Length;
            }
        }

        if (_terms.Count < 2)
            return count;
        var all = documents.AsSpan(0, count);
        all.Sort();
        var distinct = 0;
        foreach (var document in all)
        {
            if (distinct == 0 || all[distinct - 1] != document)
                all[distinct++] = document;
        }

        return distinct;
    }

    public override int Keep(Span<int> documents)
    {
        var walks = Array.ConvertAll(Open(), walk => walk.Postings);
        var kept = 0;
        foreach (var document in documents)
        {
            foreach (var postings in walks)
            {
                if (postings.MoveTo(document) != document || (!LooksEverywhere && !IsInFields((uint)postings.Profile)))
                    continue;
                documents[kept++] = document;
                break;
            }
        }

        return kept;
    }

    public override float Best => Ranking.Bound(_weight, TermLists.Sum(list => list.MostFrequent));

    public override IReadOnlyList<WorthList> Lists => TermLists;

    public override float Score(int document, ref uint fields)
    {
        _walks ??= Open();
        var frequency = 0f;
        foreach (ref readonly var walk in _walks.AsSpan())
        {
            if (walk.Postings.MoveTo(document) != document)
                continue;
            var profile = walk.Postings.Profile;
            if (!LooksEverywhere && !IsInFields((uint)profile))
                continue;
            frequency +=
                walk.Level
                * (LooksEverywhere ? _scoring.Frequency(document, profile) : _scoring.Frequency(document, profile, _onlyFields));
            if (_scoring.HasPreferences)
                fields |= _scoring.FieldsOf(profile) & _onlyFields;
        }

        return frequency == 0 ? 0 : _weight * Ranking.Saturate(frequency);
    }

    private IReadOnlyList<TermList> TermLists => field ??= MakeLists();

    private List<TermList> MakeLists()
    {
        var most = _scoring.MostOfProfiles(_onlyFields);
        return [.. _terms.Select(term => new TermList(_segment, _scoring, term, most, _weight))];
    }

    private bool IsInFields(uint profile) => (_scoring.FieldsOf((int)profile) & _onlyFields) != 0;

    private Walk[] Open()
    {
        var walks = new Walk[_terms.Count];
        for (var i = 0; i < walks.Length; i++)
        {
            var postings = new PostingsReader();
            postings.Open(_segment, _terms[i].Term);
            walks[i] = new Walk(postings, Ranking.Level(_terms[i].Level));
        }

        return walks;
    }

    private readonly record struct Walk(PostingsReader Postings, float Level);
}
