using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dala.Library.Crediting;
using Dala.Library.Lineage;
using Dala.Library.Reader;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Languages;
using Dala.Standards.Licences;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Baskets;

/// <summary>
/// Publishes what a basket has become as a resource of this library: with its text, its licence, the works it is made from and what was changed in
/// each. Published again it is the same resource, changed.
/// </summary>
public sealed class PublishRemix(Store store, ShowBasket show, KeepOwnRecord keep, WordBook texts, TimeProvider time)
{
    private const string Rule = "remix@1";
    private const string Part = "remix";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<Outcome<Guid>> Run(string? key, Actor actor, string origin, CancellationToken ct)
    {
        if (!LibraryRights.Publish.Allows(actor))
            return BasketProblems.SignInToPublish;
        if (await store.BasketOf(key, ct) is not { } basket)
            return BasketProblems.Unknown;
        var words = texts.In(basket.Language);
        var contents = await show.Of(basket, words, origin, ct);
        if (contents.IsEmpty)
            return BasketProblems.Empty;
        if (contents.Licence is not { } licence)
            return BasketProblems.NotAllowed(contents.Verdict.Verdict.Value);
        if (new Checks().Filled(basket.Title, "/title").Filled(basket.Author, "/author").Problem is { } unnamed)
            return unnamed;

        var made = contents.Works.Select(work => work.Item.ResourceId).OfType<Guid>().Distinct().ToList();
        var states = await store
            .Set<Resource>()
            .Where(resource => made.Contains(resource.Id))
            .ToDictionaryAsync(resource => resource.Id, resource => resource.ChangeNumber, ct);
        var claims = Claims(contents, licence, states, words, origin);
        return await keep.Run(
            new OwnRecord
            {
                Source = OwnSources.Remixes,
                SourceTitle = "Remixes made in this library",
                Identifier = basket.Id.ToString(),
                Part = Part,
                Rule = Rule,
                Bytes = Bytes(basket, claims),
                Claims = claims,
            },
            ct,
            (batch, resource) =>
                batch.Run("update basket set published_as = $2 where id = $1", Columns.Bytes(basket.Id), Columns.Bytes(resource))
        );
    }

    private List<OwnClaim> Claims(
        BasketContents contents,
        Licence licence,
        Dictionary<Guid, long> states,
        Words words,
        string origin
    )
    {
        var basket = contents.Basket;
        var claims = new List<OwnClaim>
        {
            new(Fields.Title, basket.Title, basket.Language),
            new(Fields.Text, TextOf(contents, words), basket.Language),
            new(Fields.Creator, basket.Author),
            new(Fields.Licence, licence.Uri),
            new(Fields.Type, "text"),
            new(Fields.Published, time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        };
        var languages = contents
            .Works.Where(work => work.Text is not null)
            .Select(work => work.TextLanguage)
            .Append(basket.Language);
        claims.AddRange(languages.OfType<string>().Distinct().Select(tag => new OwnClaim(Fields.Language, tag)));
        // What is only linked is not in it, and what stands unchanged in a collection is a part of it, not what it is made from.
        var field = basket.Making == Making.Collection ? Fields.HasPart : Fields.BasedOn;
        foreach (var work in contents.Works.Where(work => work.Credit is not null && !work.Item.IsLink))
        {
            var id = work.Item.ResourceId!.Value;
            claims.Add(new OwnClaim(field, $"{origin}/resources/{id}", null, Revision.Mark(id, states[id])));
            if (work.ChangedHere is { } change)
                claims.Add(
                    new OwnClaim(
                        Fields.Change,
                        words["library.basket.change.of", ("title", work.Title), ("change", change)].Value,
                        basket.Language
                    )
                );
        }

        return [.. claims.DistinctBy(claim => (claim.Field, claim.Value))];
    }

    // Every part begins with its title, and a page ends with it, so that parts in several languages do not run into each other.
    private static string TextOf(BasketContents contents, Words words)
    {
        var parts = contents
            .Works.Where(work => work.Text is not null && !work.Item.IsLink)
            .Select(work => work.Title + "\n\n" + work.Text);
        var text = new StringBuilder(TextPages.Joined(parts));
        text.Append("\n\n").Append(words["library.book.credits"].Value).Append("\n\n");
        text.AppendJoin(
            "\n\n",
            contents.Works.Select(work => work.Credit).OfType<Credit>().Select(credit => CreditPlain.Of(credit, words))
        );
        return text.ToString();
    }

    // The record names the basket, so that equal bytes mean the same remix.
    private static byte[] Bytes(Basket basket, List<OwnClaim> claims) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Remix = basket.Id,
                Making = basket.Making.ToString(),
                Claims = claims,
                Items = basket.Kept.Select(item => new
                {
                    item.ResourceId,
                    item.FirstPage,
                    item.LastPage,
                    item.Title,
                    item.Text,
                    item.Change,
                    item.IsLink,
                }),
            },
            Readable
        );
}
