using Dala.Library.Baskets;
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
        model.Entity<BasketItem>().ToTable("basket_item").HasKey(item => item.Id);
        model.Entity<Basket>(basket =>
        {
            basket.ToTable("basket").HasKey(kept => kept.Id);
            basket.Property(kept => kept.Version).IsConcurrencyToken();
            basket.Property(kept => kept.Making).HasConversion<string>();
            basket.Ignore(kept => kept.Kept).Ignore(kept => kept.Removed);
            basket.HasMany(kept => kept.Items).WithOne().HasForeignKey(item => item.BasketId);
        });
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
