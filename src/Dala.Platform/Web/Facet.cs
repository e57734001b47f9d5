using Dala.Platform.Languages;

namespace Dala.Platform.Web;

/// <summary>One way to narrow a list: by language, by subject. Its name is that of the query's parameter.</summary>
public sealed record Facet(string Name, Text Label, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet, with the number of things that remain when it is chosen.</summary>
public sealed record FacetValue(string Value, Text Label, long Count);
