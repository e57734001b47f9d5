using Dala.Library.Finding;
using Dala.Platform.Languages;

namespace Dala.Library.Api;

/// <summary>A resource in a list, as programs see it.</summary>
public sealed record ItemJson
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public string? TitleLanguage { get; init; }
    public required IReadOnlyList<string> Creators { get; init; }
    public string? Publisher { get; init; }
    public required IReadOnlyList<string> Languages { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public required IReadOnlyList<string> Levels { get; init; }
    public required IReadOnlyList<string> Subjects { get; init; }
    public required LicenceJson Licence { get; init; }

    /// <summary>Where the resource itself is.</summary>
    public string? Url { get; init; }
    public required bool CanBeRead { get; init; }
    public required string Source { get; init; }
    public required string SourceTitle { get; init; }
    public string? Published { get; init; }

    /// <summary>The passage in which the words of the question stand, and where they stand in it, in UTF-16 units.</summary>
    public PassageJson? Passage { get; init; }

    /// <summary>How it met the question, where that was asked.</summary>
    public WhyJson? Why { get; init; }

    public static ItemJson Of(FoundResource found, Concepts concepts, Words words) =>
        Of(found.Summary) with
        {
            Passage = found.Passage is { } passage
                ? new PassageJson(
                    passage.Text,
                    passage.Language,
                    [.. passage.Marks.Select(mark => new MarkJson(mark.Start, mark.Length))]
                )
                : null,
            Why = found.Why is { } why ? WhyJson.Of(why, concepts, words) : null,
        };

    public static ItemJson Of(ResourceSummary summary) =>
        new()
        {
            Id = summary.Id,
            Title = summary.Title,
            TitleLanguage = summary.TitleLanguage,
            Creators = summary.Creators,
            Publisher = summary.Publisher,
            Languages = summary.Languages,
            Types = summary.Types,
            Levels = summary.Levels,
            Subjects = summary.Subjects,
            Licence = LicenceJson.Of(summary.Licence),
            Url = summary.Url,
            CanBeRead = summary.CanBeRead,
            Source = summary.Source,
            SourceTitle = summary.SourceTitle,
            Published = summary.Published,
        };
}

/// <summary>A passage with the words of the question in it.</summary>
public sealed record PassageJson(string Text, string? Language, IReadOnlyList<MarkJson> Marks);

/// <summary>Where a word stands.</summary>
public sealed record MarkJson(int Start, int Length);
