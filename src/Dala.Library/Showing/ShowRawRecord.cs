using Dala.Platform;
using Dala.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library.Showing;

/// <summary>The exact bytes that a resource's claims were read from.</summary>
public sealed record RawBytes(byte[] Bytes, string MediaType, string Hash, string File);

/// <summary>Hands out a raw record of a resource, byte for byte.</summary>
public sealed class ShowRawRecord(Store store)
{
    public async Task<Outcome<RawBytes>> Run(string resource, string record, CancellationToken ct)
    {
        if (!Guid.TryParse(resource, out var resourceId) || !Guid.TryParse(record, out var recordId))
            return LibraryProblems.NoResource(resource);
        var raw = await store
            .Set<RawRecord>()
            .AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == recordId && known.ResourceId == resourceId, ct);
        return raw is null
            ? LibraryProblems.NoRawRecord(record)
            : new RawBytes(raw.Bytes, raw.MediaType, Convert.ToHexStringLower(raw.Hash), raw.File);
    }
}
