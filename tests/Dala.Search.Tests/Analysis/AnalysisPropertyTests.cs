using Dala.Search.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace Dala.Search.Tests.Analysis;

/// <summary>What holds for every text whatever, lone surrogates and unassigned characters included.</summary>
public sealed class AnalysisPropertyTests
{
    private const string Letters =
        "aıioʻgskyцжщюяёўқғҳңөүәіұйъь'’ʼéäöüßñşçğəкдлнытрمالةىé-.+#2०字かก\u0301\u0306\u00AD\u200D\uD83D\uDE00\uD800\uDC00 ";

    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Elements(Letters.ToCharArray()).ArrayOf().Select(chars => new string(chars)),
            Gen.Choose(0, 0xFFFF).Select(number => (char)number).ArrayOf().Select(chars => new string(chars)),
            Gen.Elements(Letters.ToCharArray()).ArrayOf(200).Select(chars => new string(chars))
        )
        .ToArbitrary();

    [Fact]
    public void Every_text_can_be_read_in_every_language_and_stays_within_bounds() =>
        Prop.ForAll(
                Texts,
                text =>
                {
                    for (byte language = 0; language < SearchLanguage.Count; language++)
                    {
                        foreach (var use in new[] { WordUse.Index, WordUse.Query })
                        {
                            foreach (var (form, _) in Analysed.Words(text, SearchLanguage.Tag(language), use))
                            {
                                Assert.InRange(form.Length, 1, Words.Longest + 3);
                                CheckLevels(form, language);
                            }
                        }
                    }

                    Assert.InRange(SearchLanguage.Detect(text), 0, SearchLanguage.Count - 1);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Prop.ForAll(
                Texts,
                text =>
                {
                    for (byte language = 0; language < SearchLanguage.Count; language++)
                    {
                        var tag = SearchLanguage.Tag(language);
                        var once = Analysed.Forms(text, tag).Where(IsPlainWord).ToList();

                        Assert.Equal(once, once.SelectMany(form => Analysed.Forms(form, tag)));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_key_of_a_word_does_not_depend_on_case() =>
        Prop.ForAll(
                Texts,
                text =>
                {
                    foreach (var form in Analysed.Forms(text, null).Where(IsPlainWord))
                        Assert.Equal(Analysed.Keys(form, null), Analysed.Keys(form.ToUpperInvariant(), null));
                }
            )
            .QuickCheckThrowOnFailure();

    private static void CheckLevels(string form, byte language)
    {
        Span<char> room = stackalloc char[ScriptKey.Longest];
        Assert.InRange(Stemmer.Stem(form, language, room[..Stemmer.Longest]), 0, Stemmer.Longest);
        Assert.InRange(ScriptKey.Of(form, room), 0, room.Length);
        Assert.InRange(ScriptKey.Second(form, room), 0, room.Length);
        Assert.Equal(1UL, SearchLanguage.Candidates(form) & 1);
        _ = StopWords.Contains(form, language);
        var parts = new Parts();
        Compounds.Parts(form, language, ref parts);
    }

    // Forms with signs (.net) and of unspaced scripts are cut anew, and words of two scripts are mended.
    private static bool IsPlainWord(string form) =>
        form.Length < Words.Longest / 2
        && (
            form.All(c => c is 'ʻ' || (c < '\u0250' && char.IsLetter(c)))
            || form.All(c => LookAlikes.IsCyrillic(c) && char.IsLetter(c))
        );

    private readonly struct Parts : IPartSink
    {
        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) =>
            Assert.InRange(stem.Length, 0, Stemmer.Longest);
    }
}
