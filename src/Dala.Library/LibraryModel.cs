using Dala.Library.Lineage;
using Microsoft.EntityFrameworkCore;

namespace Dala.Library;

/// <summary>How the library's entities lie in the store.</summary>
internal static class LibraryModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Source>().ToTable("source").HasKey(source => source.Id);
        model.Entity<Resource>().ToTable("resource").HasKey(resource => resource.Id);
        model.Entity<RawRecord>().ToTable("raw_record").HasKey(raw => raw.Id);
        model.Entity<ImportRun>().ToTable("import_run").HasKey(run => run.Id);
        model.Entity<Revision>().ToTable("revision").HasKey(revision => new { revision.ResourceId, revision.RunId });
        model.Entity<QuarantinedRecord>().ToTable("quarantined_record").HasKey(record => record.Id);
        model
            .Entity<Claim>()
            .ToTable("claim")
            .HasKey(claim => new
            {
                claim.ResourceId,
                claim.Field,
                claim.RawRecordId,
                claim.Position,
            });
    }
}
