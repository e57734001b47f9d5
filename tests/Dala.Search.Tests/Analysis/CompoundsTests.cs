using Dala.Search.Analysis;

namespace Dala.Search.Tests.Analysis;

public sealed class CompoundsTests
{
    [Theory]
    [InlineData("sv", "skolbibliotek", "bibliotek skola")]
    [InlineData("sv", "matematikundervisning", "undervisning matematik")]
    [InlineData("sv", "läroböcker", "böcker")]
    [InlineData("sv", "arbetsmarknad", "marknad arbete")]
    [InlineData("sv", "naturvetenskap", "vetenskap natur")]
    [InlineData("de", "Schulbibliothek", "Bibliothek Schule")]
    [InlineData("de", "Arbeitsmarkt", "Markt Arbeit")]
    [InlineData("de", "Naturwissenschaften", "Wissenschaft Natur")]
    [InlineData("de", "Mathematikunterricht", "Unterricht Mathematik")]
    public void Finds_a_compound_by_its_parts(string language, string compound, string parts)
    {
        var found = Parts(compound, language);

        Assert.All(parts.Split(' '), part => Assert.Contains(Analysed.Stem(part, language), found));
    }

    [Theory]
    [InlineData("sv", "kombination", "nation")]
    [InlineData("sv", "konstitution", "konst")]
    [InlineData("de", "Generation", "Ration")]
    [InlineData("de", "Kombination", "Nation")]
    [InlineData("en", "schoolbook", "book")]
    [InlineData("de", "Schule", "Uhle")]
    public void Keeps_learned_words_whole(string language, string word, string noPart) =>
        Assert.DoesNotContain(Analysed.Stem(noPart, language), Parts(word, language));

    private static List<string> Parts(string compound, string language)
    {
        var sink = new Sink([]);
        Compounds.Parts(Analysed.Forms(compound, language)[0], SearchLanguage.Of(language), ref sink);
        return sink.Found;
    }

    private readonly struct Sink(List<string> found) : IPartSink
    {
        public List<string> Found => found;

        public void Add(scoped ReadOnlySpan<char> stem, scoped ReadOnlySpan<char> other) => found.Add(stem.ToString());
    }
}
