namespace Dala.Search.Searching;

/// <summary>Documents of a segment with what each may add to a score, at most: the postings of a term, or what a condition has gathered.</summary>
internal abstract class WorthList
{
    /// <summary>No document is worth more.</summary>
    public abstract float Best { get; }

    /// <summary>How many documents there are, at most.</summary>
    public abstract long Documents { get; }

    /// <summary>
    /// Adds to each document from the first up to the end what it may be worth. Stretches come in rising order.
    /// </summary>
    /// <param name="worths">The first is that of the first document; none is beyond the end.</param>
    /// <param name="needed">Those that cannot add more may be left out.</param>
    /// <param name="least">Those that are not worth more yet may be left out.</param>
    public abstract void AddTo(Span<float> worths, int first, int end, float needed, float least);
}
