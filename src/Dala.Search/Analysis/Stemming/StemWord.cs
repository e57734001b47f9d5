namespace Dala.Search.Analysis.Stemming;

/// <summary>A word while its endings are taken off.</summary>
internal ref struct StemWord(Span<char> letters, int length)
{
    private readonly Span<char> _letters = letters;

    public int Length { get; private set; } = length;

    public readonly ReadOnlySpan<char> Letters => _letters[..Length];

    public readonly char Last => Length > 0 ? _letters[Length - 1] : '\0';

    public readonly char this[int index] => _letters[index];

    public readonly bool EndsWith(scoped ReadOnlySpan<char> ending) => Letters.EndsWith(ending);

    public void Cut(int letters) => Length -= letters;

    /// <summary>Puts other letters in the place of the last ones; nothing where they would not fit.</summary>
    public void Replace(int letters, scoped ReadOnlySpan<char> by)
    {
        if (Length - letters + by.Length > _letters.Length)
            return;
        Length -= letters;
        by.CopyTo(_letters[Length..]);
        Length += by.Length;
    }

    /// <summary>Takes off the first of these endings that leaves enough letters.</summary>
    public bool CutFirst(scoped ReadOnlySpan<string> endings, int least)
    {
        var last = Last;
        foreach (var ending in endings)
        {
            if (ending[^1] != last || Length - ending.Length < least || !EndsWith(ending))
                continue;
            Cut(ending.Length);
            return true;
        }

        return false;
    }

    public void CutStart(int letters)
    {
        Letters[letters..].CopyTo(_letters);
        Length -= letters;
    }

    public readonly void Set(int index, char letter) => _letters[index] = letter;
}
