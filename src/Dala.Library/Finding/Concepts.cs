using System.Text.Json;
using Dala.Platform.Languages;
using Dala.Search;
using Dala.Standards.Vocabularies;

namespace Dala.Library.Finding;

/// <summary>
/// Subjects and types across languages: which concepts of the UNESCO Thesaurus, ISCED-F and HCRT a question names in any language, which a
/// resource is tagged with, and what a concept is called. A question finds the concept it names and the narrower ones below it.
/// </summary>
public sealed class Concepts(WordBook words)
{
    /// <summary>
    /// Narrower concepts that one name finds, the nearest first. Enough for a school subject with its parts; "education" and "science" stand above
    /// hundreds, and whoever asks for them does not mean each.
    /// </summary>
    private const int MostNarrower = 32;

    /// <summary>Names of concepts in one question; a longer one is a text.</summary>
    private const int MostNames = 4;

    /// <summary>Says of anything that it is something; nobody looks for it by this name.</summary>
    private const string Other = "hcrt:other";

    private readonly Lazy<Catalogue> catalogue = new(() => Catalogue.Of(words));

    /// <summary>What meets the words of a question besides the words: for each longest name in it, the concepts that are called so and their narrower ones.</summary>
    public IReadOnlyList<Equivalent> In(string question)
    {
        var equivalents = new List<Equivalent>();
        var names = 0;
        foreach (var run in PlainRuns(question))
        {
            for (var first = 0; first < run.Count && names < MostNames; )
            {
                var (length, found) = Longest(run, first);
                if (length == 0)
                {
                    first++;
                    continue;
                }

                names++;
                var typed = question[run[first].Start..run[first + length - 1].End];
                foreach (var id in WithNarrower(found))
                    equivalents.Add(new Equivalent(typed, LibraryIndex.Concept, id));
                first += length;
            }
        }

        return equivalents;
    }

    /// <summary>The concepts that one claim about a resource names.</summary>
    public IEnumerable<string> OfClaim(string field, string value) =>
        field switch
        {
            Fields.Subject => Subjects.WithBroader(value).TakeLast(1).Select(code => Catalogue.Subject + code),
            Fields.Type => value == "other" ? [] : ["hcrt:" + value],
            Fields.Keyword => catalogue.Value.Named.TryGetValue(LabelWords.Key(value), out var found)
                ? found.Select(name => name.Concept.Id)
                : [],
            _ => [],
        };

    /// <summary>What a concept is called in the first of the languages that has a name for it, or in English.</summary>
    public Text? NameOf(string id, IEnumerable<string> languages)
    {
        if (!catalogue.Value.ById.TryGetValue(id, out var concept))
            return null;
        foreach (var language in languages.Append(WordBook.Fallback))
        {
            if (concept.Labels.TryGetValue(language, out var labels))
                return Text.Marked(labels[0], language);
        }

        return null;
    }

    /// <summary>Whether a concept has this name in any language; if not, it was found because it is narrower than one that has.</summary>
    public bool IsCalled(string id, string name) => Called(LabelWords.Of(name)).Any(known => known.Concept.Id == id);

    // Words that follow each other with nothing but blanks and commas between; a phrase or an excluded word names no concept.
    private static IEnumerable<List<LabelWord>> PlainRuns(string question)
    {
        var run = new List<LabelWord>();
        foreach (var part in Question.Parts(question))
        {
            if (part.IsPlain)
            {
                run.AddRange(
                    LabelWords
                        .Of(part.Text)
                        .Select(word => word with { Start = word.Start + part.Start, End = word.End + part.Start })
                );
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
            yield return run;
    }

    private (int Length, IReadOnlyList<Name> Found) Longest(List<LabelWord> run, int first)
    {
        var longest = Math.Max(
            catalogue.Value.LongestBy.GetValueOrDefault(run[first].Folded),
            catalogue.Value.Forms.Longest(run[first])
        );
        for (var length = Math.Min(longest, run.Count - first); length > 0; length--)
        {
            if (Called(run.GetRange(first, length)) is { Count: > 0 } found)
                return (length, found);
        }

        return (0, []);
    }

    // A name as it is, or else the forms of one. Where the forms lead to labels that have no concept in common, nobody knows which is meant. A name that
    // is a form of a subject's too means the subject as well: математики are people, but most who type it have a textbook in mind.
    private IReadOnlyList<Name> Called(IReadOnlyList<LabelWord> words)
    {
        if (words.Count == 0)
            return [];
        var forms = catalogue.Value.Forms.Of(words).Select(key => catalogue.Value.Named[key]);
        if (catalogue.Value.Named.TryGetValue(LabelWords.Key(words), out var exact))
            return [.. exact.Concat(forms.Where(IsOfSubject).SelectMany(names => names)).DistinctBy(name => name.Concept)];
        var found = new List<Name>();
        foreach (var names in forms)
        {
            if (found.Count > 0 && !names.Exists(name => found.Exists(known => known.Concept == name.Concept)))
                return [];
            found.AddRange(names.Where(name => !found.Exists(known => known.Concept == name.Concept)));
        }

        return found;
    }

    private static bool IsOfSubject(IEnumerable<Name> names) =>
        names.Any(name => name.IsWhole && name.Concept.Id.StartsWith(Catalogue.Subject, StringComparison.Ordinal));

    private IEnumerable<string> WithNarrower(IReadOnlyList<Name> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var level = new List<Concept>();
        foreach (var name in names)
        {
            if (seen.Add(name.Concept.Id))
                yield return name.Concept.Id;
            if (name.IsWhole)
                level.AddRange(name.Concept.Narrower);
        }

        for (var left = MostNarrower; level.Count > 0 && left > 0; )
        {
            var below = new List<Concept>();
            foreach (var concept in level.Where(concept => seen.Add(concept.Id)).Take(left).ToList())
            {
                left--;
                below.AddRange(concept.Narrower);
                yield return concept.Id;
            }

            level = below;
        }
    }

    private sealed record Concept(string Id, Dictionary<string, List<string>> Labels)
    {
        public List<Concept> Narrower { get; } = [];
    }

    /// <summary>A name of a concept.</summary>
    /// <param name="IsWhole">Not if it names only a part of what a field of ISCED-F joins: "statistics" of "mathematics and statistics".</param>
    private readonly record struct Name(Concept Concept, bool IsWhole);

    private sealed class Catalogue
    {
        /// <summary>Before the codes of ISCED-F.</summary>
        public const string Subject = "isced:";

        public Dictionary<string, Concept> ById { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<Name>> Named { get; } = new(StringComparer.Ordinal);

        /// <summary>The names by other forms of their words.</summary>
        public LabelForms Forms { get; } = new();

        /// <summary>By the first word of names, how many words the longest of them has.</summary>
        public Dictionary<string, int> LongestBy { get; } = new(StringComparer.Ordinal);

        public static Catalogue Of(WordBook words)
        {
            var catalogue = new Catalogue();
            var broader = new List<(string Id, string Broader)>();
            foreach (var concept in Vocabulary.Thesaurus.Concat(Vocabulary.ResourceTypes))
            {
                foreach (var (language, labels) in concept.Labels)
                    catalogue.Add(concept.Id, language, labels);
                broader.AddRange(concept.Broader.Select(above => (concept.Id, above)));
            }

            foreach (var language in words.Languages.Select(language => language.Tag))
            {
                foreach (var code in Subjects.Codes)
                    catalogue.Add(Subject + code, language, [words.In(language)[Subjects.Key(code)].Value]);
                foreach (var type in LibraryNames.Types)
                    catalogue.Add("hcrt:" + type, language, [words.In(language)[LibraryNames.TypeKey(type)].Value]);
            }

            broader.AddRange(
                Subjects.Codes.Where(code => code.Length > 2).Select(code => (Subject + code, Subject + code[..^1]))
            );
            foreach (var (id, labels) in OurNames())
            {
                foreach (var (language, names) in labels)
                    catalogue.Add(id, language, names);
            }

            foreach (var (id, above) in broader)
                catalogue.ById[above].Narrower.Add(catalogue.ById[id]);
            catalogue.Bridge();
            return catalogue;
        }

        private static IEnumerable<(string Id, IEnumerable<(string Language, string[] Names)> Labels)> OurNames()
        {
            using var stream = typeof(Concepts).Assembly.GetManifestResourceStream("Finding/concept-names.json")!;
            using var json = JsonDocument.Parse(stream);
            foreach (var concept in json.RootElement.GetProperty("concepts").EnumerateObject())
                yield return (
                    concept.Name,
                    concept
                        .Value.EnumerateObject()
                        .Select(names =>
                            (names.Name, names.Value.GetString()!.Split(Vocabulary.Separator, StringSplitOptions.TrimEntries))
                        )
                );
        }

        // Where the thesaurus and ISCED-F call one subject by one name in English, whoever asks by any name of the one means the other too.
        private void Bridge()
        {
            foreach (var code in Subjects.Codes.Where(code => code.Length > 2))
            {
                var field = ById[Subject + code];
                foreach (var name in Named[LabelWords.Key(field.Labels[WordBook.Fallback][0])])
                {
                    if (name.Concept.Id.StartsWith("unesco:", StringComparison.Ordinal))
                        name.Concept.Narrower.Insert(0, field);
                }
            }
        }

        private void Add(string id, string language, IReadOnlyList<string> labels)
        {
            if (id == Other)
                return;
            if (!ById.TryGetValue(id, out var concept))
                ById.Add(id, concept = new Concept(id, new(StringComparer.Ordinal)));
            if (!concept.Labels.TryGetValue(language, out var known))
                concept.Labels.Add(language, known = []);
            foreach (var label in labels)
            {
                var read = LabelWords.Of(label.Normalize());
                var key = LabelWords.Key(read);
                if (key.Length == 0)
                    continue;
                Forms.Add(language, read, key);
                var isPart = known.Count > 0 && id.StartsWith(Subject, StringComparison.Ordinal);
                known.Add(label);
                if (!Named.TryGetValue(key, out var names))
                    Named.Add(key, names = []);
                if (names.TrueForAll(name => name.Concept != concept))
                    names.Add(new Name(concept, !isPart));
                LongestBy[read[0].Folded] = Math.Max(read.Count, LongestBy.GetValueOrDefault(read[0].Folded));
            }
        }
    }
}
