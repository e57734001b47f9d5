using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>A query in one segment: which documents meet it, how many by facet, and which of them come first.</summary>
internal sealed class SegmentSearch : IDisposable
{
    private readonly SegmentView _view;
    private readonly Segment _segment;
    private readonly SegmentScoring _scoring;
    private readonly List<SegmentClause> _required = [];
    private readonly List<SegmentClause> _wished = [];
    private readonly List<SegmentClause> _excluded = [];
    private readonly List<HitSet> _sets = [];
    private readonly bool _isUnlimited;

    public SegmentSearch(SegmentView view, int number, QueryPlan plan, SearchQuery query)
    {
        _view = view;
        _segment = view.Segment;
        _scoring = new SegmentScoring(_segment, plan.Ranking);
        foreach (var group in plan.Groups)
        {
            var clause = ClauseOf(group, number, plan);
            var list = group.Demand switch
            {
                Demand.Required => _required,
                Demand.Wished => _wished,
                _ => _excluded,
            };
            list.Add(clause);
        }

        var mustMeetAny = _required.Count == 0 && _wished.Count > 0;
        Matches = mustMeetAny ? MeetAny() : MeetAll();
        _sets.Add(Matches);
        foreach (var clause in _excluded.Where(clause => clause.Most > 0))
            Matches.Remove(clause);
        if (view.Deletions.Count > 0)
            Matches.Remove(view.Deletions.Bits);
        if (query.DateFrom is not null || query.DateTo is not null)
            Matches.KeepDates(_segment.Dates, query.DateFrom ?? long.MinValue, query.DateTo ?? long.MaxValue);
        _isUnlimited = plan.Groups.Count == 0 && view.Deletions.Count == 0 && query.DateFrom is null && query.DateTo is null;
    }

    /// <summary>What meets the words and dates of the query, with all filters off.</summary>
    public HitSet Matches { get; }

    /// <summary>Whether that is every document of the segment.</summary>
    public bool IsEverything => _isUnlimited;

    public Segment Segment => _segment;

    public SegmentView View => _view;

    /// <summary>Clones the matches to filter them; the search disposes of the clone.</summary>
    public HitSet Filtered(IReadOnlyList<ulong[]> filters, int without)
    {
        if (filters.Count == 1 && without == 0)
            return Matches;
        var set = Matches.Copy();
        _sets.Add(set);
        for (var i = 0; i < filters.Count; i++)
        {
            if (i != without)
                set.Keep(filters[i].AsSpan(0, Bitmap.Words(_segment.Documents)));
        }

        set.ThinOut();
        return set;
    }

    /// <summary>The documents of the segment that are not among some, which are many; the search disposes of them.</summary>
    public HitSet Without(HitSet hits)
    {
        var others = HitSet.All(_segment.Documents);
        _sets.Add(others);
        others.Remove(hits.Bits);
        others.ThinOut();
        return others;
    }

    /// <summary>The scoring of hits by relevance.</summary>
    public HitScorer Scorer() => new([.. _required, .. _wished], _scoring);

    public void Dispose()
    {
        foreach (var set in _sets)
            set.Dispose();
    }

    private SegmentClause ClauseOf(PlannedGroup group, int number, QueryPlan plan)
    {
        var clauses = group.Clauses.Select(clause => ClauseOf(clause, number, plan)).ToList();
        if (group.Equivalents.Count == 0)
            return clauses[0];
        var values = new List<DocumentsOfValue>();
        foreach (var equivalent in group.Equivalents)
        {
            var column = plan.ColumnOf(_segment, equivalent.Field);
            if (column.OrdinalOf(equivalent.Value) is >= 0 and var ordinal)
                values.Add(new DocumentsOfValue(column, ordinal));
        }

        return new GroupClause(_segment, clauses, values, group.Weight);
    }

    private SegmentClause ClauseOf(PlannedClause planned, int number, QueryPlan plan)
    {
        var fields = plan.FieldsOf(planned.Clause);
        var terms = planned.Terms[number];
        return planned.Clause.Kind switch
        {
            ClauseKind.Phrase => Phrase(planned, fields),
            ClauseKind.Prefix => new PrefixClause(_scoring, planned.Beginnings[number], planned.Weight, fields),
            _ => new TermsClause(_segment, _scoring, terms, planned.Weight, fields),
        };
    }

    private SegmentClause Phrase(PlannedClause planned, uint fields)
    {
        var parts = PhraseTerms.Of(_segment, planned.Clause.Words);
        return parts is [{ Terms: [var term] }]
            ? new TermsClause(_segment, _scoring, [new WordTerm(term, MatchLevel.Same)], planned.Weight, fields)
            : new PhraseClause(_segment, _scoring, parts, planned.Weight, fields);
    }

    private HitSet MeetAll()
    {
        if (_required.Count == 0)
            return HitSet.All(_segment.Documents);
        var clauses = _required.OrderBy(clause => clause.Most).ToList();
        var set = SetOf(clauses[0]);
        foreach (var clause in clauses.Skip(1))
        {
            if (set.IsEmpty)
                break;
            set.Keep(clause);
        }

        return set;
    }

    private HitSet MeetAny()
    {
        if (_wished is [{ } only])
            return SetOf(only);
        var set = HitSet.None(_segment.Documents);
        foreach (var clause in _wished)
            clause.AddTo(set.Bits);
        set.ThinOut();
        return set;
    }

    private HitSet SetOf(SegmentClause clause)
    {
        if (clause is TermsClause { LooksEverywhere: true } terms && !HitSet.IsDenseFrom(terms.Most, _segment.Documents))
            return HitSet.Of(terms, _segment.Documents);
        var set = HitSet.None(_segment.Documents);
        clause.AddTo(set.Bits);
        set.ThinOut();
        return set;
    }
}
