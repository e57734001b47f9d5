using Dala.Search.Segments;

namespace Dala.Search.Searching;

/// <summary>A part of a phrase: terms of which one has to stand so many places behind the phrase's beginning.</summary>
internal readonly record struct PhrasePart(int Offset, IReadOnlyList<Term> Terms);

/// <summary>Takes a phrase apart into what a segment has of it: pairs of neighbours where those are terms (<see cref="WordPairs"/>), single words elsewhere.</summary>
internal static class PhraseTerms
{
    /// <summary>The parts that together are the phrase.</summary>
    public static List<PhrasePart> Of(Segment segment, IReadOnlyList<QueryWord> words)
    {
        var parts = new List<PhrasePart>(words.Count);
        var written = words.Select(word => WordTerms.Written(word, segment)).ToList();
        var isInPair = false;
        for (var i = 0; i < words.Count; i++)
        {
            var hasNext = i + 1 < words.Count && words[i + 1].Offset == words[i].Offset + 1;
            if (hasNext && ArePaired(segment, written[i]) && ArePaired(segment, written[i + 1]))
            {
                parts.Add(new PhrasePart(words[i].Offset, Pairs(segment, written[i], written[i + 1])));
                isInPair = true;
                continue;
            }

            if (!isInPair)
                parts.Add(new PhrasePart(words[i].Offset, written[i].ConvertAll(each => each.Term)));
            isInPair = false;
        }

        return parts;
    }

    private static bool ArePaired(Segment segment, List<(string Form, Term Term)> word) =>
        word.TrueForAll(each => segment.PairedWords.HasInOrder(SegmentContent.Encode(each.Form)));

    private static List<Term> Pairs(Segment segment, List<(string Form, Term Term)> first, List<(string Form, Term Term)> second)
    {
        var pairs = new List<Term>();
        foreach (var (before, _) in first)
        {
            foreach (var (after, _) in second)
            {
                if (segment.Terms.TryFind(SegmentContent.Encode(WordPairs.TermOf(before, after)), out var pair))
                    pairs.Add(pair);
            }
        }

        return pairs;
    }
}
