using System.Globalization;
using Dala.Search;

namespace Dala.Testing.Searching;

/// <summary>A made-up record of 1 to 2 KB; its facets are numbers of <see cref="SyntheticFacets"/>.</summary>
/// <param name="Date">In days.</param>
public sealed record SyntheticRecord(
    int Number,
    int Language,
    string Title,
    string Text,
    int Date,
    int Type,
    int Tier,
    IReadOnlyList<int> Levels,
    IReadOnlyList<int> Subjects
)
{
    public static IndexSchema Schema { get; } =
        new([new TextFieldSchema("title", 3), new TextFieldSchema("text")], SyntheticFacets.Fields);

    public string Key => KeyOf(Number);

    /// <summary>Keys sort as the numbers do.</summary>
    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"r{number:00000000}");

    public IndexDocument ToDocument()
    {
        var tag = SyntheticLanguage.All[Language].Language.Tag;
        return new IndexDocument
        {
            Key = Key,
            Title = Title,
            TitleLanguage = tag,
            Date = Date,
            Texts = [new IndexText("title", Title, tag), new IndexText("text", Text, tag)],
            Facets =
            [
                Facet(SyntheticFacets.Language, Language),
                Facet(SyntheticFacets.Type, Type),
                Facet(SyntheticFacets.Tier, Tier),
                .. Levels.Select(level => Facet(SyntheticFacets.Level, level)),
                .. Subjects.Select(subject => Facet(SyntheticFacets.Subject, subject)),
            ],
        };
    }

    private static IndexFacet Facet(int field, int value) =>
        new(SyntheticFacets.Fields[field], SyntheticFacets.Values[field][value]);
}
