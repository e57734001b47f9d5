using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Dala.Standards.Vocabularies;
using Dala.Testing;

namespace Dala.Standards.Tests.Vocabularies;

/// <summary>Makes the tables of <c>Vocabularies</c> from the published vocabularies.</summary>
public sealed partial class VocabularyTests
{
    private const string Skos = "http://www.w3.org/2004/02/skos/core#";
    private const string Unesco = "http://vocabularies.unesco.org/thesaurus/concept";

    [Fact]
    public void The_thesaurus_is_that_of_UNESCO()
    {
        var concepts = new Dictionary<string, Entry>(StringComparer.Ordinal);
        using var file = new GZipStream(
            File.OpenRead(SharedData.At("vocab-unesco-thesaurus/unesco-thesaurus.nt.gz")),
            CompressionMode.Decompress
        );
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
        {
            if (Triple.Match(line) is not { Success: true } triple || Number(triple.Groups["subject"].Value) is not { } id)
                continue;
            if (!concepts.TryGetValue(id, out var concept))
                concepts.Add(id, concept = new Entry());
            switch (triple.Groups["predicate"].Value)
            {
                case Skos + "prefLabel":
                    concept.Add(triple.Groups["language"].Value, Plain(triple.Groups["text"].Value), preferred: true);
                    break;
                case Skos + "altLabel":
                    concept.Add(triple.Groups["language"].Value, Plain(triple.Groups["text"].Value), preferred: false);
                    break;
                case Skos + "broader":
                    concept.Broader.Add(Number(triple.Groups["object"].Value)!);
                    break;
                default:
                    break;
            }
        }

        GeneratedFile.IsUpToDate(
            "Vocabularies/unesco-thesaurus.tsv",
            Table(
                ["en", "fr", "es", "ru", "ar"],
                concepts.OrderBy(concept => int.Parse(concept.Key, CultureInfo.InvariantCulture))
            )
        );
    }

    [Fact]
    public void The_types_of_resources_are_those_of_HCRT()
    {
        var concepts = new List<KeyValuePair<string, Entry>>();
        foreach (Match concept in Concept.Matches(File.ReadAllText(SharedData.At("vocab-education/kim-hcrt.ttl"))))
        {
            var entry = new Entry();
            foreach (Match labels in Labels.Matches(concept.Groups["body"].Value))
            {
                foreach (Match label in Literal.Matches(labels.Groups["list"].Value))
                    entry.Add(label.Groups["language"].Value, label.Groups["text"].Value, labels.Groups["kind"].Value == "pref");
            }

            concepts.Add(new(concept.Groups["id"].Value, entry));
        }

        Assert.Equal(26, concepts.Count);
        GeneratedFile.IsUpToDate("Vocabularies/hcrt.tsv", Table(["en", "de", "fr", "nl", "sv", "uk", "cs"], concepts));
    }

    [Fact]
    public void A_concept_has_its_labels_with_the_preferred_one_first_and_knows_what_stands_above_it()
    {
        var algebra = Vocabulary.Thesaurus.Single(concept => concept.Id == "unesco:2018");
        var mathematics = Vocabulary.Thesaurus.Single(concept => concept.Id == "unesco:118");

        Assert.Equal(["unesco:118"], algebra.Broader);
        Assert.Equal(["Алгебра"], algebra.Labels["ru"]);
        Assert.Equal(["Mathematics", "Mathematical sciences"], mathematics.Labels["en"]);
        Assert.Equal(4482, Vocabulary.Thesaurus.Count());
        Assert.Equal(["Simulering"], Vocabulary.ResourceTypes.Single(type => type.Id == "hcrt:simulation").Labels["sv"]);
    }

    private static string Table(IReadOnlyList<string> languages, IEnumerable<KeyValuePair<string, Entry>> concepts)
    {
        var table = new StringBuilder("id\tbroader\t").AppendJoin('\t', languages).Append('\n');
        foreach (var (id, concept) in concepts)
        {
            table
                .Append(id)
                .Append('\t')
                .AppendJoin(Vocabulary.Separator, concept.Broader.Order(StringComparer.Ordinal))
                .Append('\t')
                .AppendJoin('\t', languages.Select(concept.Cell))
                .Append('\n');
        }

        return table.ToString();
    }

    private static string? Number(string iri) =>
        iri.StartsWith(Unesco, StringComparison.Ordinal) && iri.Length > Unesco.Length ? iri[Unesco.Length..] : null;

    // The escapes of N-Triples (https://www.w3.org/TR/n-triples/#grammar-production-UCHAR) that occur: code units and quotation marks.
    private static string Plain(string literal) =>
        Escape.Replace(
            literal,
            escape =>
                escape.Groups["code"] is { Success: true } code
                    ? ((char)int.Parse(code.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
                    : escape.Groups["sign"].Value
        );

    [GeneratedRegex(
        """^<(?<subject>[^>]*)> <(?<predicate>[^>]*)> (<(?<object>[^>]*)>|"(?<text>([^"\\]|\\.)*)"(@(?<language>[\w-]+))?.*) \.$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Triple { get; }

    [GeneratedRegex("""\\(u(?<code>[0-9A-F]{4})|(?<sign>["\\]))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape { get; }

    [GeneratedRegex(
        @"^<(?<id>\w+)> a skos:Concept\s*;(?<body>.*?)(?=^<|\z)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Concept { get; }

    [GeneratedRegex(
        """skos:(?<kind>pref|alt)Label(?<list>(\s*,?\s*"[^"]*"@\w+)+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Labels { get; }

    [GeneratedRegex(
        """
            "(?<text>[^"]*)"@(?<language>\w+)
            """,
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Literal { get; }

    private sealed class Entry
    {
        private readonly Dictionary<string, List<string>> labels = new(StringComparer.Ordinal);

        public List<string> Broader { get; } = [];

        public void Add(string language, string label, bool preferred)
        {
            label = label.Normalize().Trim();
            Assert.DoesNotContain(Vocabulary.Separator, label);
            Assert.DoesNotContain('\t', label);
            if (!labels.TryGetValue(language, out var known))
                labels.Add(language, known = []);
            if (preferred)
                known.Insert(0, label);
            else
                known.Add(label);
        }

        // The file names labels in no order; the alphabet keeps the table the same.
        public string Cell(string language) =>
            labels.TryGetValue(language, out var known)
                ? string.Join(
                    Vocabulary.Separator,
                    known.Take(1).Concat(known.Skip(1).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)
                )
                : "";
    }
}
