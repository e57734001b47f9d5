namespace Dala.Search.Searching;

/// <summary>
/// A text that grows letter by letter, how far each beginning of it is from a word, and which text could be near to the word next. The distance
/// counts letters added, left out, replaced, and neighbours swapped (restricted Damerau-Levenshtein; Damerau, 1964).
/// </summary>
/// <remarks>
/// A row of distances is a state of the word's Levenshtein automaton (Schulz and Mihov, "Fast string correction with Levenshtein automata", 2002),
/// computed when it is needed; only the cells beside the diagonal can be small (Ukkonen, "Algorithms for approximate string matching", 1985).
/// </remarks>
internal sealed class EditRows
{
    // A text that is near to a word of an alphabet is of the same: the letters of the others need not be tried. Alphabets lie in blocks of 256;
    // the Latin one has its marked letters and apostrophes in three, and begins behind the signs that part pairs of words (WordPairs).
    private const char FirstLatin = '!';
    private const char AfterLatin = '\u0300';
    private const int AlphabetBlock = 256;

    private readonly string _word;
    private readonly int _most;
    private readonly char _firstLetter;
    private readonly char _lastLetter;
    private readonly byte[] _cells;
    private readonly byte[] _least;
    private readonly char[] _text;
    private int _textLength;

    /// <summary>Begins with the empty text.</summary>
    /// <param name="most">Distances beyond it are not told apart.</param>
    public EditRows(string word, int most)
    {
        _word = word;
        _most = most;
        var (first, last) = (word.Min(), word.Max());
        _firstLetter = last < AfterLatin ? FirstLatin : (char)(first / AlphabetBlock * AlphabetBlock);
        _lastLetter = last < AfterLatin ? (char)(AfterLatin - 1) : (char)(last | (AlphabetBlock - 1));
        _text = new char[word.Length + most];
        _least = new byte[_text.Length + 1];
        _cells = new byte[_least.Length * (word.Length + 1)];
        Array.Fill(_cells, (byte)(most + 1));
        for (var i = 0; i <= most; i++)
            Row(0)[i] = (byte)i;
    }

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _textLength);

    /// <summary>Of so many letters of the text the distances are known.</summary>
    public int Length { get; private set; }

    /// <summary>How far a beginning of the text is from the word.</summary>
    public int Distance(int length) => _cells[(length * (_word.Length + 1)) + _word.Length];

    /// <summary>Leaves only a beginning of the text, of which the distances are known.</summary>
    public void Cut(int length) => Length = _textLength = Math.Min(Length, length);

    /// <summary>Adds a letter, if any text can be near that begins so; whether it was added.</summary>
    public bool TryAdd(char letter)
    {
        var length = Length + 1;
        if (length > _text.Length || letter < _firstLetter || letter > _lastLetter)
            return false;
        var above = Row(Length);
        var row = Row(length);
        var least = _most + 1;
        if (length <= _most)
            row[0] = (byte)(least = length);
        for (var i = Math.Max(1, length - _most); i <= Math.Min(_word.Length, length + _most); i++)
        {
            var distance = Math.Min(Math.Min(above[i], row[i - 1]) + 1, above[i - 1] + (letter == _word[i - 1] ? 0 : 1));
            if (length > 1 && i > 1 && letter == _word[i - 2] && _text[length - 2] == _word[i - 1])
                distance = Math.Min(distance, Row(length - 2)[i - 2] + 1);
            row[i] = (byte)Math.Min(distance, _most + 1);
            least = Math.Min(least, distance);
        }

        if (least > _most)
            return false;
        _least[length] = (byte)least;
        _text[Length] = letter;
        Length = _textLength = length;
        return true;
    }

    /// <summary>
    /// Makes the text one that stands behind a term, and not behind the first that is near to the word after it (as Lucene's intersection of its
    /// dictionary with an automaton leaps).
    /// </summary>
    /// <param name="term">The text and more.</param>
    /// <param name="shared">How many letters the text keeps in common with the word, but not one more.</param>
    /// <returns>How many letters it has in common with the term; -1 if nothing near comes after it.</returns>
    public int MoveBehind(ReadOnlySpan<char> term, int shared)
    {
        for (var at = Length; at >= shared; at--)
        {
            Cut(at);
            var letter = LetterAfter(term[at]);
            if (at == shared && at < _word.Length && letter == _word[at])
                letter = LetterAfter(_word[at]);
            if (letter < 0)
                continue;
            TryAdd((char)letter);
            Complete();
            return at;
        }

        return -1;
    }

    // With no more letters to differ in, the text can only go on as the word does from some place on.
    private void Complete()
    {
        while (_least[Length] == _most && Distance(Length) > _most)
        {
            if (OnlyPlace() is >= 0 and var place)
            {
                _word.AsSpan(place).CopyTo(_text.AsSpan(Length));
                _textLength = Length + _word.Length - place;
                return;
            }

            TryAdd((char)LetterAfter(-1));
        }
    }

    // Where in the word the text stands, if it has differed as much as it may and can stand in one place only.
    private int OnlyPlace()
    {
        var only = -1;
        var row = Row(Length);
        for (var i = Math.Max(0, Length - _most); i <= Math.Min(_word.Length, Length + _most); i++)
        {
            if (row[i] == _most && only >= 0 || IsSwap(i))
                return -1;
            if (row[i] == _most)
                only = i;
        }

        return only;
    }

    // Whether the last letter of the text was the second of two in the word, the first of which may follow.
    private bool IsSwap(int place) =>
        place > 0
        && place < _word.Length
        && Length > 0
        && _text[Length - 1] == _word[place]
        && Row(Length - 1)[place - 1] < _most;

    // The first letter after another with which the text could go on; -1 without one.
    private int LetterAfter(int letter)
    {
        if (_least[Length] < _most)
            return letter < _lastLetter ? Math.Max(letter + 1, _firstLetter) : -1;
        var next = int.MaxValue;
        var row = Row(Length);
        for (var i = Math.Max(0, Length - _most); i <= Math.Min(_word.Length - 1, Length + _most); i++)
        {
            if (row[i] == _most && _word[i] > letter)
                next = Math.Min(next, _word[i]);
            if (IsSwap(i) && _word[i - 1] > letter)
                next = Math.Min(next, _word[i - 1]);
        }

        return next == int.MaxValue ? -1 : next;
    }

    private Span<byte> Row(int length) => _cells.AsSpan(length * (_word.Length + 1), _word.Length + 1);
}
