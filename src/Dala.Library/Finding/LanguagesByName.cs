using System.Collections.Concurrent;
using Dala.Platform.Languages;
using Dala.Search;
using Dala.Standards.Languages;

namespace Dala.Library.Finding;

/// <summary>The names of languages as texts of the index, so that a question in any language finds what is in the language it names.</summary>
public sealed class LanguagesByName(WordBook words)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<IndexText>> known = new(StringComparer.Ordinal);

    /// <summary>What a language is called by its own speakers and in the languages of the interface.</summary>
    public IReadOnlyList<IndexText> Of(string tag) =>
        known.GetOrAdd(
            tag,
            asked =>
                [
                    .. words
                        .Languages.Select(language => LanguageNames.Of(asked, language.Tag))
                        .Where(name => name.Text != asked)
                        .Select(name => new IndexText(LibraryIndex.Subject, name.Text, name.Language))
                        .Concat(LanguageNames.Own(asked) is { } own ? [new IndexText(LibraryIndex.Subject, own, asked)] : [])
                        .DistinctBy(name => name.Value),
                ]
        );
}
