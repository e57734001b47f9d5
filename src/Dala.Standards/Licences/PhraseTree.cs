namespace Dala.Standards.Licences;

/// <summary>Phrases by their letters, so that every phrase that begins at a place of a text is found in one walk.</summary>
internal sealed class PhraseTree
{
    private readonly Node root = new();

    public void Add(string key, Phrase phrase)
    {
        if (key.Length == 0)
            return;
        var node = root;
        foreach (var letter in key)
        {
            node.Next ??= [];
            if (!node.Next.TryGetValue(letter, out var next))
                node.Next.Add(letter, next = new Node());
            node = next;
        }

        if (!node.Phrases.Contains(phrase))
            node.Phrases = [.. node.Phrases, phrase];
    }

    /// <summary>What the phrase means, if it is one.</summary>
    public IReadOnlyList<Phrase> Find(string key)
    {
        var node = root;
        foreach (var letter in key)
        {
            if (node.Next is null || !node.Next.TryGetValue(letter, out node))
                return [];
        }

        return node.Phrases;
    }

    /// <summary>All phrases that begin at a place, the shortest first.</summary>
    public List<(int End, Phrase Phrase)>? At(string text, int start)
    {
        List<(int, Phrase)>? found = null;
        var node = root;
        for (var at = start; at < text.Length; at++)
        {
            if (node.Next is null || !node.Next.TryGetValue(text[at], out node))
                break;
            foreach (var phrase in node.Phrases)
                (found ??= []).Add((at + 1, phrase));
        }

        return found;
    }

    private sealed class Node
    {
        public Dictionary<char, Node>? Next { get; set; }

        public Phrase[] Phrases { get; set; } = [];
    }
}

/// <summary>What a phrase in the name of a licence is, and which one: the element <c>sa</c>, the place <c>de</c>.</summary>
internal readonly record struct Phrase(PhraseKind Kind, string Value = "");

internal enum PhraseKind
{
    /// <summary>"Creative Commons", "CC".</summary>
    Prefix,

    /// <summary>One of by, nc, nd, sa, in words.</summary>
    Element,

    /// <summary>The same as an abbreviation.</summary>
    Abbreviation,

    /// <summary>A whole kind of licence: CC0, the Public Domain Mark, a name that does not fall into elements.</summary>
    Unit,

    /// <summary>A jurisdiction, or a version's word for none ("International").</summary>
    Place,

    /// <summary>A word around a name that changes nothing: "licence".</summary>
    Word,

    VersionWord,

    /// <summary>What may stand before a name: "under the".</summary>
    Lead,

    /// <summary>The beginning of a sentence that names the one licence of a work.</summary>
    Sentence,

    /// <summary>The end of such a sentence.</summary>
    End,
}
