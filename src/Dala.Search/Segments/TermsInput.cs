namespace Dala.Search.Segments;

/// <summary>Walks the terms of a segment that is merged, and of each its documents under their new numbers.</summary>
internal sealed class TermsInput(Segment segment, int[] numbers, int[] profiles, bool ofTitles)
{
    private readonly TermWalk _walk = (ofTitles ? segment.TitleTerms : segment.Terms).All();
    private readonly PostingsReader _postings = new();
    private readonly int[] _occurrences = segment.ProfileTotals.Positions;
    private Column<byte> _positions;
    private long _positionsStart;
    private long _positionsEnd;
    private int _at;

    public ReadOnlySpan<byte> Term => _walk.Current;

    public RelatedTerms Related => segment.Related;

    /// <summary>The new numbers of the terms; -1 for a term that only deleted documents had.</summary>
    public int[] TermNumbers { get; } =
        new int[(ofTitles ? segment.TitleTerms : segment.Terms).Blocks * TermDictionaryWriter.BlockSize];

    public Term Place => _walk.Place;

    /// <summary>The new number of the current document, or <see cref="PostingsReader.None"/>.</summary>
    public int Document { get; private set; }

    public int Profile { get; private set; }

    /// <summary>The positions of the current document as they are written.</summary>
    public ReadOnlySpan<byte> Positions => _positions.From(_positionsStart)[..(int)(_positionsEnd - _positionsStart)];

    public bool NextTerm() => _walk.Next();

    public void OpenPostings()
    {
        _postings.Open(segment, _walk.Place, ofTitles);
        _positions = ofTitles ? default : segment.Positions(_walk.Place);
        _positionsEnd = 0;
        _at = -1;
        NextDocument();
    }

    public void NextDocument()
    {
        do
        {
            if (++_at >= _postings.Documents.Length)
            {
                if (!_postings.NextBlock())
                {
                    Document = PostingsReader.None;
                    return;
                }

                _at = 0;
            }

            var profile = (int)_postings.Profiles[_at];
            Document = numbers[_postings.Documents[_at]];
            Profile = profiles[profile];
            if (!ofTitles)
                PassPositions(profile);
        } while (Document < 0);
    }

    // All documents are passed in their order, deleted ones too, so the positions of one begin where those before it end.
    private void PassPositions(int profile)
    {
        _positionsStart = _positionsEnd;
        if (_postings.IsDescribed && _postings.PositionLengths[_at] is < PostingsLayout.LongPositions and var length)
        {
            _positionsEnd += length;
            return;
        }

        if (_occurrences[profile] >= 0)
        {
            Pass(_occurrences[profile]);
            return;
        }

        foreach (var part in segment.Profiles[profile])
        {
            var often = part & 0xF;
            if (often == ProfilesContent.MostOften)
            {
                var reader = new ByteReader(_positions.From(_positionsEnd));
                often += reader.Int();
                _positionsEnd += reader.At;
            }

            Pass(often);
        }
    }

    // A number ends with a byte below 128.
    private void Pass(int positions)
    {
        var at = _positionsEnd;
        while (positions > 0)
        {
            if (_positions[at++] < 0x80)
                positions--;
        }

        _positionsEnd = at;
    }
}
