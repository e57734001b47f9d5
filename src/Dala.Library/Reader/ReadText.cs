using Dala.Library.Showing;
using Dala.Platform;

namespace Dala.Library.Reader;

/// <summary>A text to be read: which, in which language, by whom.</summary>
public sealed record ReadableText(ShownResource Shown, string Text, string? Language)
{
    public ResourceSummary Summary => Shown.Summary;
}

/// <summary>What the reader's page shows: one text, or the same work in two languages.</summary>
/// <param name="Previous">The same work in the language before this one, in the order of their tags.</param>
public sealed record ReadView(
    ReadableText Text,
    ReadableText? Beside,
    IReadOnlyList<ResourceSummary> Others,
    ResourceSummary? Previous,
    ResourceSummary? Next
);

/// <summary>Opens the whole text of a resource, alone or beside another version of the same work.</summary>
public sealed class ReadText(ShowResource show)
{
    public async Task<Outcome<ReadView>> Run(string id, string? beside, string language, CancellationToken ct)
    {
        var opened = await Open(id, language, ct);
        if (opened.Problem is { } problem)
            return problem;
        var text = opened.Value;
        ReadableText? other = null;
        if (!string.IsNullOrEmpty(beside))
        {
            var second = await Open(beside, language, ct);
            if (second.Problem is { } missing)
                return missing;
            other = second.Value;
        }

        var others = text.Shown.Versions.Where(version => version.CanBeRead).ToList();
        var before = others.FindLastIndex(version => Order(version, text.Summary) < 0);
        return new ReadView(
            text,
            other,
            others,
            before < 0 ? null : others[before],
            others.Find(version => Order(version, text.Summary) > 0)
        );
    }

    private async Task<Outcome<ReadableText>> Open(string id, string language, CancellationToken ct)
    {
        var found = await show.Run(id, language, ct);
        if (found.Problem is { } problem)
            return problem;
        var shown = found.Value;
        if (!shown.Shown.TryGetValue(Fields.Text, out var text))
            return LibraryProblems.NoText(id);
        return new ReadableText(shown, text.Value, text.Claim.Language ?? shown.Summary.Languages.FirstOrDefault());
    }

    private static int Order(ResourceSummary left, ResourceSummary right) =>
        string.CompareOrdinal(left.Languages.FirstOrDefault(), right.Languages.FirstOrDefault()) is var order and not 0
            ? order
            : left.Id.CompareTo(right.Id);
}
