namespace Dala.Search;

/// <summary>Which fields the documents of an index have. The weights may change at any opening, the names only with a rebuild.</summary>
public sealed record IndexSchema(IReadOnlyList<TextFieldSchema> Texts, IReadOnlyList<string> Facets);

/// <summary>A field whose words are searched; a word in a field of weight 3 counts as three in a field of weight 1.</summary>
public sealed record TextFieldSchema(string Name, float Weight = 1);
