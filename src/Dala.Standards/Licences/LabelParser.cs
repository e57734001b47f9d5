namespace Dala.Standards.Licences;

/// <summary>One name of a licence in a statement, as it is put together; null where the part is not stated.</summary>
internal sealed record StatedLabel
{
    public bool Prefixed { get; init; }

    /// <summary>Written with letters ("BY-SA") and not in words.</summary>
    public bool Abbreviated { get; init; }

    /// <summary>The elements as they stand, joined by hyphens.</summary>
    public string Elements { get; init; } = "";

    /// <summary>The same once more: "CC BY (Attribution)".</summary>
    public string? Again { get; init; }

    public string? Unit { get; init; }

    public string? Version { get; init; }

    /// <summary>The places or the word for none that are meant; empty if nothing is said.</summary>
    public string[] Places { get; init; } = [];

    /// <summary>Where the next address of the statement stands instead of a name.</summary>
    public bool IsAddress { get; init; }

    /// <summary>The unit, whichever way it is said; null if it is said in two ways that differ.</summary>
    public string? Kind
    {
        get
        {
            if (Unit is not null)
                return Unit;
            if (Again is not null)
                return Again == Elements ? Elements : null;
            var middle = Elements.Length / 2;
            return
                Elements.Length % 2 == 1
                && Elements[middle] == '-'
                && Elements.AsSpan(0, middle).SequenceEqual(Elements.AsSpan(middle + 1))
                ? Elements[..middle]
                : Elements;
        }
    }
}

/// <summary>What a whole statement is made of: names, and whether it is the sentence that gives a work its licence.</summary>
internal sealed record StatedLabels(IReadOnlyList<StatedLabel> Labels, bool IsSentence, bool HasPrefix);

/// <summary>
/// Takes a statement apart into phrases. Every letter must belong to one; what is left over makes it no name. There may be several ways, and all of them
/// are looked at.
/// </summary>
internal sealed class LabelParser(PhraseTree tree, LabelKey key)
{
    /// <summary>Steps after which a statement is given up: no name takes a tenth of it.</summary>
    private const int MostSteps = 2000;

    private readonly string text = key.Text;
    private readonly List<StatedLabels> found = [];
    private int steps;

    public static List<StatedLabels> Read(PhraseTree tree, LabelKey key)
    {
        var parser = new LabelParser(tree, key);
        parser.Step(0, Stage.Before, null, [], sentence: false, prefix: false);
        return parser.found;
    }

    private enum Stage
    {
        Before,
        Prefixed,
        Elements,

        /// <summary>Something stood behind the elements: no more of them belong to this name.</summary>
        Named,
        Versioned,
    }

    private void Step(int at, Stage stage, StatedLabel? label, List<StatedLabel> done, bool sentence, bool prefix)
    {
        if (++steps > MostSteps)
            return;
        while (at < text.Length && text[at] == LabelKey.Gap)
            at++;
        if (at == text.Length)
        {
            if (stage is Stage.Elements or Stage.Named or Stage.Versioned || done.Count > 0 || prefix)
                found.Add(new(label is null || stage is Stage.Prefixed ? done : [.. done, label], sentence, prefix));
            return;
        }

        if (text[at] == LabelKey.Address)
        {
            List<StatedLabel> before = label is null || stage is Stage.Prefixed ? done : [.. done, label];
            Step(at + 1, Stage.Before, null, [.. before, new StatedLabel { IsAddress = true }], sentence, prefix);
            return;
        }

        if (char.IsAsciiDigit(text[at]) && stage is Stage.Elements or Stage.Named && label is { Version: null })
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
                end++;
            Step(end, Stage.Versioned, label with { Version = text[at..end] }, done, sentence, prefix);
        }

        if (tree.At(text, at) is not { } phrases)
            return;
        for (var i = phrases.Count - 1; i >= 0; i--)
            Take(at, phrases[i].End, phrases[i].Phrase, stage, label, done, sentence, prefix);
    }

    private void Take(
        int at,
        int end,
        Phrase phrase,
        Stage stage,
        StatedLabel? label,
        List<StatedLabel> done,
        bool sentence,
        bool prefix
    )
    {
        var complete = stage is Stage.Elements or Stage.Named or Stage.Versioned;
        var opened = key.Opened?.Contains(at) == true;
        switch (phrase.Kind)
        {
            case PhraseKind.Prefix:
                Step(
                    end,
                    Stage.Prefixed,
                    new StatedLabel { Prefixed = true },
                    complete ? [.. done, label!] : done,
                    sentence,
                    prefix: true
                );
                break;
            case PhraseKind.Element or PhraseKind.Abbreviation:
                var isShort = phrase.Kind is PhraseKind.Abbreviation;
                if (stage is Stage.Elements && opened && label is { Unit: null })
                    Step(
                        end,
                        stage,
                        label with
                        {
                            Again = phrase.Value,
                            Abbreviated = label.Abbreviated && isShort,
                        },
                        done,
                        sentence,
                        prefix
                    );
                else if (stage is Stage.Elements && label is { Unit: null, Again: { } again })
                    Step(end, stage, label with { Again = again + "-" + phrase.Value }, done, sentence, prefix);
                else if (stage is Stage.Elements && label is { Unit: null })
                    Step(
                        end,
                        stage,
                        label with
                        {
                            Elements = label.Elements + "-" + phrase.Value,
                            Abbreviated = label.Abbreviated || isShort,
                        },
                        done,
                        sentence,
                        prefix
                    );
                else if (!complete)
                    Step(
                        end,
                        Stage.Elements,
                        (label ?? new()) with
                        {
                            Elements = phrase.Value,
                            Abbreviated = isShort,
                        },
                        done,
                        sentence,
                        prefix
                    );
                else if (stage is not Stage.Elements)
                    Step(
                        end,
                        Stage.Elements,
                        new() { Elements = phrase.Value, Abbreviated = isShort },
                        [.. done, label!],
                        sentence,
                        prefix
                    );
                break;
            case PhraseKind.Unit when !complete:
                Step(end, Stage.Elements, (label ?? new()) with { Unit = phrase.Value }, done, sentence, prefix);
                break;
            case PhraseKind.Unit:
                Step(end, Stage.Elements, new() { Unit = phrase.Value }, [.. done, label!], sentence, prefix);
                break;
            case PhraseKind.Place when complete:
                PlaceOf(at, end, stage, label!, done, sentence, prefix);
                break;
            case PhraseKind.Word:
                Step(end, stage is Stage.Elements ? Stage.Named : stage, label, done, sentence, prefix);
                break;
            case PhraseKind.VersionWord
                when complete && end < text.Length && char.IsAsciiDigit(text[end]) && stage is not Stage.Versioned:
                Step(end, Stage.Named, label, done, sentence, prefix);
                break;
            case PhraseKind.Lead when stage is Stage.Before or Stage.Prefixed:
                Step(end, stage, label, done, sentence, prefix);
                break;
            case PhraseKind.Sentence when stage is Stage.Before:
                Step(end, stage, label, done, sentence: true, prefix);
                break;
            case PhraseKind.End when complete && end == text.Length:
                Step(end, stage, label, done, sentence: true, prefix);
                break;
        }
    }

    private void PlaceOf(int at, int end, Stage stage, StatedLabel label, List<StatedLabel> done, bool sentence, bool prefix)
    {
        string[] places =
        [
            .. tree.Find(text[at..end]).Where(phrase => phrase.Kind is PhraseKind.Place).Select(phrase => phrase.Value),
        ];
        // Before the version only whole words: "de" and "no" are words too.
        if (stage is not Stage.Versioned && end - at <= 2)
            return;
        if (label.Places.Length > 0)
            places = [.. places.Intersect(label.Places, StringComparer.Ordinal)];
        if (places.Length > 0)
            Step(end, stage is Stage.Elements ? Stage.Named : stage, label with { Places = places }, done, sentence, prefix);
    }
}
