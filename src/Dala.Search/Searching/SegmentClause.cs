namespace Dala.Search.Searching;

/// <summary>A condition of a query in one segment: which documents meet it, and what each is worth.</summary>
/// <remarks>First the documents are found, then some of them are scored, in rising order; an instance does each once.</remarks>
internal abstract class SegmentClause
{
    /// <summary>At most so many documents meet it.</summary>
    public abstract long Most { get; }

    /// <summary>Sets the bits of the documents that meet it.</summary>
    public abstract void AddTo(Span<ulong> bits);

    /// <summary>Keeps of some documents, in rising order, those that meet it; how many.</summary>
    public abstract int Keep(Span<int> documents);

    /// <summary>No document is worth more.</summary>
    public abstract float Best { get; }

    /// <summary>What makes up the worth of its documents, each of which is in one at least.</summary>
    public abstract IReadOnlyList<WorthList> Lists { get; }

    /// <summary>What a document is worth, and a bit for each field it matched in; 0 where it does not meet the condition.</summary>
    public abstract float Score(int document, ref uint fields);
}
