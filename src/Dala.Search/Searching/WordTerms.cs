using System.Text;
using Dala.Search.Analysis;
using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>A term by which a word of a query is met, and how near it is to what was typed.</summary>
internal readonly record struct WordTerm(Term Term, MatchLevel Level);

/// <summary>Finds the terms of a segment that meet a word of a query, from the nearest to the furthest, each once.</summary>
internal sealed class WordTerms
{
    // Of very many forms of one word the further ones decide nothing.
    private const int MostForms = 96;

    private readonly Segment _segment;
    private readonly string _typed;
    private readonly List<WordTerm> _terms = [];
    private readonly List<int> _candidates = [];
    private readonly MatchLevel _furthest;
    private readonly TermWalk _walk;

    private WordTerms(QueryWord word, Segment segment, MatchLevel furthest)
    {
        _segment = segment;
        _walk = segment.Terms.All();
        _typed = Readings.Typed(word);
        _furthest = furthest;
    }

    /// <summary>The terms that are the word, another form of it, its spelling in another script, or a compound with it.</summary>
    public static List<WordTerm> Find(QueryWord word, Segment segment, MatchLevel furthest)
    {
        var find = new WordTerms(word, segment, furthest);
        foreach (var (_, term) in Written(word, segment))
            find.Add(term, MatchLevel.Same);
        if (furthest >= MatchLevel.Form)
        {
            foreach (var form in word.Forms)
                find.AddRelated(form, Readings.LanguagesOf(word, form));
        }

        return find._terms;
    }

    /// <summary>The terms that are the word as it was typed, with how each is written.</summary>
    public static List<(string Form, Term Term)> Written(QueryWord word, Segment segment)
    {
        var written = new List<(string, Term)>(word.Forms.Count);
        foreach (var form in word.Forms)
        {
            if (
                segment.Terms.TryFind(SegmentContent.Encode(form), out var term)
                && (term.Languages & Readings.LanguagesOf(word, form)) != 0
            )
                written.Add((form, term));
        }

        return written;
    }

    private void AddRelated(string form, ulong languages)
    {
        languages &= SearchLanguage.Candidates(form) & _segment.Languages;
        var sink = new Wanted([]);
        Relations.OfWord(form, languages, ref sink);
        // Whose keyboard lacks і types и, after which no Kazakh suffix stands: тили.
        if ((languages & SearchLanguage.Bit(SearchLanguage.Kazakh)) != 0 && form.Contains('и'))
            Relations.OfWord(form.Replace('и', 'і'), SearchLanguage.Bit(SearchLanguage.Kazakh), ref sink);
        foreach (var (level, language, common) in sink.Found.OrderBy(wanted => wanted.Level))
        {
            if (level > _furthest || _terms.Count >= MostForms)
                break;
            AddByCommon(level, language, common);
        }
    }

    private void AddByCommon(MatchLevel level, byte language, string common)
    {
        // The table leaves out the term that is just what it has in common.
        if (
            level is not MatchLevel.Part
            && _segment.Terms.TryFind(SegmentContent.Encode(common), out var itself)
            && (language == SearchLanguage.Unknown || (itself.Languages >> language & 1) != 0)
            && (level is not MatchLevel.Script || !TypedLetters.Contradict(_typed, common))
        )
            Add(itself, LevelOf(level, common));

        _candidates.Clear();
        _segment.Related.Find(level, language, common, _candidates);
        foreach (var number in _candidates)
        {
            _walk.Seek(number);
            if (!_walk.Next())
                continue;
            var text = Encoding.UTF8.GetString(_walk.Current);
            if (
                level is MatchLevel.Part
                    ? IsCompound(text, language, common)
                    : IsRelated(text, _walk.Place.Languages, level, language, common)
            )
                Add(_walk.Place, LevelOf(level, text));
        }
    }

    // The stems of a language of two scripts are all in one of them, so that a term of the same stem may be in the other script: алгебра for algebra.
    private MatchLevel LevelOf(MatchLevel level, string text) =>
        level is MatchLevel.Form && LookAlikes.IsCyrillic(text[0]) != LookAlikes.IsCyrillic(_typed[0])
            ? MatchLevel.Script
            : level;

    private bool IsRelated(string text, ulong languages, MatchLevel level, byte language, string common)
    {
        if (level is MatchLevel.Script && TypedLetters.Contradict(_typed, text))
            return false;
        var check = new Check(level, language, common);
        Relations.OfTerm(text, languages, ref check);
        return check.Holds;
    }

    private bool IsCompound(string text, byte language, string common)
    {
        var check = new PartCheck(_segment, text, language, common);
        Compounds.Parts(text, language, ref check);
        return check.Holds;
    }

    private void Add(in Term term, MatchLevel level)
    {
        if (level > _furthest || _terms.Count >= MostForms)
            return;
        foreach (var known in _terms)
        {
            if (known.Term.Number == term.Number)
                return;
        }

        _terms.Add(new WordTerm(term, level));
    }

    /// <summary>What to look for, compounds included: what is a stem of the word may be a part of another.</summary>
    private readonly struct Wanted(List<(MatchLevel Level, byte Language, string Common)> found) : IRelationSink
    {
        public List<(MatchLevel Level, byte Language, string Common)> Found => found;

        public void Add(MatchLevel level, byte language, scoped ReadOnlySpan<char> common)
        {
            var text = common.ToString();
            found.Add((level, language, text));
            if (level is MatchLevel.Form && Compounds.HasLanguage(language))
                found.Add((MatchLevel.Part, language, text));
        }
    }

    private struct Check(MatchLevel level, byte language, string common) : IRelationSink
    {
        public bool Holds { get; private set; }

        public void Add(MatchLevel other, byte otherLanguage, scoped ReadOnlySpan<char> otherCommon) =>
            Holds |= other == level && otherLanguage == language && otherCommon.SequenceEqual(common);
    }

    /// <summary>Whether a compound has a part, and beside it one that is a word too.</summary>
    private struct PartCheck(Segment segment, string compound, byte language, string part) : IPartSink
    {
        public bool Holds { get; private set; }

        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) =>
            Holds = Holds || (stem.SequenceEqual(part) && OtherHalves.IsWord(other, compound, part, language, segment));
    }
}
