namespace Dala.Search.Analysis.Stemming;

/// <summary>
/// Brings the words of a language that is written in two scripts to one of them, letter by letter, so that it needs one table of suffixes and the
/// forms of a word meet across scripts.
/// </summary>
internal sealed class Transcription
{
    private readonly (string From, string To)[]?[] _rules = new (string From, string To)[]?[0x0530];

    // Longer groups of letters stand before shorter ones; "^" marks a rule for the beginning of a word and after vowels.
    private Transcription(string rules)
    {
        var pairs = rules
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(rule => rule.Split('='))
            .Select(pair => (From: pair[0], To: pair[1]));
        foreach (var group in pairs.GroupBy(rule => rule.From.TrimStart('^')[0]))
            _rules[group.Key] = [.. group];
    }

    /// <summary>Latin to Cyrillic: the alphabet of 2021 with the digraphs of 2017. Which и, й or і a Latin i was, the vowels around it tell at best.</summary>
    public static Transcription Kazakh { get; } =
        new(
            """
            shch=щ sh=ш ch=ч zh=ж gh=ғ kh=х yu=ю ya=я a=а ä=ә b=б v=в g=г ğ=ғ d=д e=е j=ж z=з ^i=й i=і ı=і k=к q=қ l=л m=м n=н ñ=ң o=о ö=ө p=п
            r=р s=с t=т ^u=у u=ұ ū=ұ ü=ү ý=у w=у f=ф h=х x=х c=ц ç=ч ş=ш y=ы
            """
        );

    /// <summary>Latin to Cyrillic, as Kyrgyz is written where there is no keyboard for it.</summary>
    public static Transcription Kyrgyz { get; } =
        new(
            """
            sh=ш ch=ч zh=ж kh=х gh=г yu=ю ya=я yo=ё a=а b=б v=в w=в g=г d=д e=е j=ж z=з i=и k=к q=к l=л m=м n=н o=о ö=ө p=п r=р s=с t=т u=у ü=ү f=ф
            h=х x=х c=ц ç=ч ş=ш ^y=й y=ы ı=ы ñ=ң
            """
        );

    /// <summary>Latin to Cyrillic.</summary>
    public static Transcription Tajik { get; } =
        new(
            """
            sh=ш ch=ч zh=ж kh=х gh=ғ yu=ю ya=я yo=ё a=а b=б v=в g=г d=д e=е j=ҷ z=з i=и k=к q=қ l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф h=ҳ x=х
            y=й c=ц
            """
        );

    /// <summary>Cyrillic to Latin.</summary>
    public static Transcription Uzbek { get; } =
        new(
            """
            ^е=ye а=a б=b в=v г=g д=d е=e ё=yo ж=j з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=x ц=s ч=ch ш=sh щ=sh ъ= ь= ы=i э=e ю=yu
            я=ya ў=oʻ қ=q ғ=gʻ ҳ=h
            """
        );

    /// <summary>Cyrillic to Latin.</summary>
    public static Transcription Azerbaijani { get; } =
        new(
            """
            а=a б=b в=v г=q ғ=ğ д=d е=e ә=ə ж=j з=z и=i ы=ı ј=y к=k ҝ=g л=l м=m н=n о=o ө=ö п=p р=r с=s т=t у=u ү=ü ф=f х=x һ=h ч=ç ҹ=c ш=ş й=y э=e
            ю=yu я=ya ц=s ъ= ь=
            """
        );

    /// <summary>Cyrillic to Latin.</summary>
    public static Transcription Turkmen { get; } =
        new(
            """
            ^е=ýe а=a б=b в=w г=g д=d е=e ё=ýo ж=ž җ=j з=z и=i й=ý к=k л=l м=m н=n ң=ň о=o ө=ö п=p р=r с=s т=t у=u ү=ü ф=f х=h ц=s ч=ç ш=ş щ=ş ъ= ь=
            ы=y э=e ә=ä ю=ýu я=ýa
            """
        );

    /// <summary>Writes the word into the other buffer; letters that are already of its script stay. Returns the length.</summary>
    public int Write(ReadOnlySpan<char> word, Span<char> written)
    {
        var length = 0;
        for (var at = 0; at < word.Length; )
        {
            var read = 1;
            ReadOnlySpan<char> to = word.Slice(at, 1);
            if (word[at] < _rules.Length && _rules[word[at]] is { } rules)
            {
                foreach (var (from, with) in rules)
                {
                    var afterVowel = from[0] == '^';
                    var letters = afterVowel ? from.AsSpan(1) : from;
                    if (!word[at..].StartsWith(letters) || (afterVowel && !(at == 0 ? letters is "е" : IsVowel(word[at - 1]))))
                        continue;
                    read = letters.Length;
                    to = with;
                    break;
                }
            }

            if (length + to.Length > written.Length)
                break;
            to.CopyTo(written[length..]);
            length += to.Length;
            at += read;
        }

        return length;
    }

    private static bool IsVowel(char c) => "aeiouyäöüıəūаеёиоуыэюяәөүұіў".Contains(c);
}
