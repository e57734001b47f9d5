using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Settling;

/// <summary>Takes a decision about a licence back: the sources stand against each other again, and the decision stays among the earlier ones.</summary>
public sealed class TakeBackSettlement(Store store, KeepOwnRecord keep, TimeProvider time)
{
    public async Task<Outcome<LicenceSettlement>> Run(string id, Actor actor, CancellationToken ct)
    {
        if (!LibraryRights.SettleLicences.Allows(actor))
            return LibraryProblems.SignInToSettle;
        if (!Guid.TryParse(id, out var key) || !await store.Set<Resource>().AnyAsync(known => known.Id == key, ct))
            return LibraryProblems.NoResource(id);
        if (LicenceDecision.Of(await SettleLicence.LicenceClaims(store, key, ct)).Settlement is null)
            return LibraryProblems.NothingSettled;

        var taken = new LicenceSettlement
        {
            Resource = key,
            Rule = SettlementRules.TakenBack,
            SettledAt = time.GetUtcNow(),
        };
        await keep.Run(
            new OwnRecord
            {
                Source = OwnSources.Decisions,
                SourceTitle = SettleLicence.SourceTitle,
                Resource = key,
                Part = SettleLicence.Part,
                Bytes = taken.Bytes(),
                Rule = taken.Rule,
            },
            ct
        );
        return taken;
    }
}
