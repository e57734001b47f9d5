using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>What a clause asks of every document.</summary>
internal enum Demand
{
    /// <summary>It must meet it.</summary>
    Required,

    /// <summary>It ranks higher if it meets it.</summary>
    Wished,

    /// <summary>It must not meet it.</summary>
    Excluded,
}

/// <summary>A clause of a query with its terms in each segment and its weight.</summary>
internal sealed class PlannedClause(QueryClause clause, List<WordTerm>[] terms) : IDisposable
{
    public QueryClause Clause => clause;

    /// <summary>By the number of the segment; empty for a phrase, which finds its own, and for the beginning of a word.</summary>
    public List<WordTerm>[] Terms => terms;

    /// <summary>What the beginning of a word finds, by the number of the segment.</summary>
    public IReadOnlyList<PrefixDocuments> Beginnings { get; init; } = [];

    /// <summary>What it is worth by its rarity.</summary>
    public float Weight { get; init; }

    /// <summary>The words that are near to it, if they were looked for.</summary>
    public NearWords? Near { get; init; }

    public void Dispose()
    {
        foreach (var beginning in Beginnings)
            beginning.Dispose();
    }
}

/// <summary>Clauses all of which, or else one of some values, must be met.</summary>
internal sealed record PlannedGroup(IReadOnlyList<PlannedClause> Clauses, IReadOnlyList<Equivalent> Equivalents, Demand Demand)
{
    public float Weight => Clauses.Sum(clause => clause.Weight);
}

/// <summary>What is asked of every segment alike: the clauses with their terms and weights.</summary>
internal sealed class QueryPlan : IDisposable
{
    private readonly Snapshot _snapshot;
    private readonly IndexSchema _schema;

    // For so many words of a query the near ones are looked for: each walks through the dictionary.
    private const int MostNear = 4;

    private readonly MatchLevel _furthest;
    private int _nearLeft = MostNear;

    private QueryPlan(Snapshot snapshot, IndexSchema schema, SearchQuery query)
    {
        _snapshot = snapshot;
        _schema = schema;
        _furthest = query.Furthest;
        Ranking = new Ranking(snapshot, schema, query.PreferredLanguages);
        Parsed = ParsedQuery.Of(query.Text, [.. schema.Texts.Select(text => text.Name)]);
        var clauses = Parsed.Clauses.Select(clause => (clause, Planned: Plan(clause))).ToList();
        Clauses = [.. clauses.Select(clause => clause.Planned)];
        Groups = Group(query);
    }

    public ParsedQuery Parsed { get; }

    public Ranking Ranking { get; }

    public IReadOnlyList<PlannedClause> Clauses { get; }

    public IReadOnlyList<PlannedGroup> Groups { get; }

    public static QueryPlan Of(Snapshot snapshot, IndexSchema schema, SearchQuery query) => new(snapshot, schema, query);

    public void Dispose()
    {
        foreach (var clause in Clauses)
            clause.Dispose();
    }

    /// <summary>A bit for each field that a clause looks in.</summary>
    public uint FieldsOf(QueryClause clause)
    {
        for (var i = 0; i < _schema.Texts.Count; i++)
        {
            if (string.Equals(_schema.Texts[i].Name, clause.Field, StringComparison.Ordinal))
                return 1u << i;
        }

        return uint.MaxValue;
    }

    /// <summary>The name of a text field.</summary>
    public string NameOf(int field) => _schema.Texts[field].Name;

    /// <summary>The column of a facet field.</summary>
    public FacetColumn ColumnOf(Segment segment, string field)
    {
        for (var i = 0; i < _schema.Facets.Count; i++)
        {
            if (string.Equals(_schema.Facets[i], field, StringComparison.Ordinal))
                return segment.Facets[i];
        }

        throw new ArgumentException($"The index has no facet field {field}.", nameof(field));
    }

    private PlannedClause Plan(QueryClause clause)
    {
        var terms = new List<WordTerm>[_snapshot.Views.Count];
        if (clause.Kind is ClauseKind.Prefix)
        {
            List<PrefixDocuments> beginnings =
            [
                .. _snapshot.Views.Select(view => view.Segment.Beginnings.Of(clause.Words[0], view.Segment)),
            ];
            Array.Fill(terms, []);
            return new PlannedClause(clause, terms)
            {
                Beginnings = beginnings,
                Weight = Ranking.Rarity(beginnings.Sum(beginning => beginning.Occurrences)),
            };
        }

        for (var i = 0; i < terms.Length; i++)
            terms[i] = TermsOf(clause, _snapshot.Views[i].Segment);
        NearWords? near = null;
        if (
            clause.Kind is ClauseKind.Near
            || (
                clause.Kind is ClauseKind.Word
                && !clause.IsExcluded
                && _furthest >= MatchLevel.Near
                && terms.All(segment => segment.Count == 0)
            )
        )
            near = AddNear(clause, terms);
        return new PlannedClause(clause, terms) { Weight = Weight(clause, terms), Near = near };
    }

    private List<WordTerm> TermsOf(QueryClause clause, Segment segment) =>
        clause.Kind switch
        {
            ClauseKind.Phrase or ClauseKind.Prefix => [],
            // Who does without a word means that word.
            _ => WordTerms.Find(clause.Words[0], segment, clause.IsExcluded ? MatchLevel.Same : _furthest),
        };

    private NearWords? AddNear(QueryClause clause, List<WordTerm>[] terms)
    {
        if (_nearLeft-- <= 0)
            return null;
        var near = NearWords.Of(clause.Words[0], _snapshot);
        for (var i = 0; i < terms.Length; i++)
        {
            var known = terms[i].Select(term => term.Term.Number).ToHashSet();
            terms[i]
                .AddRange(near.In(i).Where(term => known.Add(term.Number)).Select(term => new WordTerm(term, MatchLevel.Near)));
        }

        return near;
    }

    // The words of a phrase are each as rare as they are; the forms of a word are taken together.
    private float Weight(QueryClause clause, List<WordTerm>[] terms)
    {
        if (clause.Kind is not ClauseKind.Phrase)
            return Ranking.Rarity(terms.Sum(segment => segment.Sum(term => (long)term.Term.Documents)));
        var weight = 0f;
        foreach (var word in clause.Words)
        {
            var documents = 0L;
            foreach (var view in _snapshot.Views)
                documents += WordTerms.Find(word, view.Segment, MatchLevel.Same).Sum(term => (long)term.Term.Documents);
            weight += Ranking.Rarity(documents);
        }

        return weight;
    }

    private List<PlannedGroup> Group(SearchQuery query)
    {
        var groups = new List<PlannedGroup>();
        var free = Clauses.ToList();
        foreach (var same in query.Equivalents.GroupBy(equivalent => equivalent.Words, StringComparer.Ordinal))
        {
            var members = Members(same.Key, free);
            if (members.Count == 0)
                continue;
            free.RemoveAll(members.Contains);
            groups.Add(new PlannedGroup(members, [.. same], query.Any ? Demand.Wished : Demand.Required));
        }

        // Words that say nothing are wished for only, unless there are no others.
        var language = QueryLanguage(query);
        var telling =
            groups.Count > 0 || free.Exists(clause => !clause.Clause.IsExcluded && !SaysNothing(clause.Clause, language));
        foreach (var clause in free)
        {
            var demand =
                clause.Clause.IsExcluded ? Demand.Excluded
                : query.Any || (telling && SaysNothing(clause.Clause, language)) ? Demand.Wished
                : Demand.Required;
            groups.Add(new PlannedGroup([clause], [], demand));
        }

        return groups;
    }

    // The clauses that are the words of an equivalent, if each of them is there.
    private static List<PlannedClause> Members(string words, List<PlannedClause> free)
    {
        var members = new List<PlannedClause>();
        foreach (var word in ParsedQuery.WordsOf(Folding.Compose(words)))
        {
            var member = free.Find(clause =>
                clause.Clause is { Kind: ClauseKind.Word, IsExcluded: false, Field: null }
                && !members.Contains(clause)
                && clause.Clause.Words[0].Forms.Intersect(word.Forms, StringComparer.Ordinal).Any()
            );
            if (member is null)
                return [];
            members.Add(member);
        }

        return members;
    }

    private bool SaysNothing(QueryClause clause, byte language) =>
        clause is { Kind: ClauseKind.Word, Field: null }
        && (
            language == SearchLanguage.Chinese
                ? ChineseStopWords.Touch(Parsed.Text, clause.Start, clause.Asked.Length)
                : language != SearchLanguage.Unknown && clause.Words[0].Forms.Any(form => StopWords.Contains(form, language))
        );

    // A question is too short to guess its language surely, but the words that say nothing tell it: that of which there are most, the reader's
    // languages first. With all levels off every word means itself.
    private byte QueryLanguage(SearchQuery query)
    {
        if (_furthest == MatchLevel.Same)
            return SearchLanguage.Unknown;
        var detected = SearchLanguage.Detect(Parsed.Text);
        if (detected == SearchLanguage.Chinese)
            return detected;
        var (best, most) = (detected, SayingNothing(detected));
        foreach (var preferred in query.PreferredLanguages)
        {
            var language = SearchLanguage.Of(preferred);
            if (SayingNothing(language) is var words && words > most)
                (best, most) = (language, words);
        }

        if (most > 0)
            return best;
        // A single word proves no language: son is English "his" in French.
        most = 1;
        for (byte language = 1; language < SearchLanguage.Count; language++)
        {
            if (SayingNothing(language) is var words && words > most)
                (best, most) = (language, words);
        }

        return best;
    }

    private int SayingNothing(byte language) =>
        language is SearchLanguage.Unknown or SearchLanguage.Chinese
            ? 0
            : Parsed.Clauses.Count(clause => !clause.IsExcluded && SaysNothing(clause, language));
}
