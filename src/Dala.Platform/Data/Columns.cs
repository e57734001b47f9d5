using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dala.Platform.Data;

/// <summary>How values lie in columns: ids as 16 bytes in the order of their time, times as UTC ticks, names in snake case.</summary>
public static class Columns
{
    /// <summary>Big-endian, so that version 7 ids sort by time as bytes do.</summary>
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(byte[] bytes) => new(bytes, bigEndian: true);

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    internal static void Convert(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Guid>().HaveConversion<GuidBytes>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    internal static void NameInSnakeCase(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => Bytes(id), bytes => Id(bytes));

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => Time(ticks));
}
