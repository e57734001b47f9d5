using Dala.Platform.Languages;

namespace Dala.Platform.Web;

/// <summary>One thing that may be chosen.</summary>
public sealed record ChoiceOption(string Value, Text Label);
