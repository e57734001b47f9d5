using System.Security.Cryptography;
using System.Threading.Channels;
using Dala.Standards.Records;

namespace Dala.Library.Importing;

/// <summary>One record as it was read: what the mapping makes of it, or why it could not be read.</summary>
internal sealed record ReadRecord(Place Place, byte[] Raw, byte[] Hash, string MediaType, Mapped Mapped);

/// <summary>Some records in the order of the file, and how many of its bytes are read by then.</summary>
internal sealed record ReadChunk(IReadOnlyList<ReadRecord> Records, long BytesRead);

/// <summary>Reads a file and maps its records, ahead of whoever writes them.</summary>
internal sealed class ImportReader(ImportFile file, MappingTable table, RecordLimits limits, int batch)
{
    /// <summary>A chunk is also ended by its bytes, so that a few large records do not fill the memory.</summary>
    private const int LargestChunk = 8 << 20;

    /// <summary>Reads to the end of the file, or to the first fault of the machine.</summary>
    /// <param name="done">How many records an earlier try has kept already.</param>
    public async Task ReadInto(ChannelWriter<ReadChunk> chunks, long done, CancellationToken ct)
    {
        try
        {
            await using var content = file.Open();
            await using var counted = new CountingStream(content);
            var records = new List<ReadRecord>(batch);
            var bytes = 0L;
            foreach (var reading in RecordReader.Read(counted, file.Name, table.Format, limits, ct))
            {
                if (done-- > 0)
                    continue;
                var record = Map(reading);
                records.Add(record);
                bytes += record.Raw.Length;
                if (records.Count < batch && bytes < LargestChunk)
                    continue;
                await chunks.WriteAsync(new ReadChunk(records, counted.Consumed), ct);
                records = new List<ReadRecord>(batch);
                bytes = 0;
            }

            if (records.Count > 0)
                await chunks.WriteAsync(new ReadChunk(records, counted.Consumed), ct);
            chunks.Complete();
        }
        catch (Exception fault)
        {
            chunks.Complete(fault);
            throw;
        }
    }

    private ReadRecord Map(Reading reading)
    {
        if (reading is Reading.Refused refused)
        {
            var why = new Mapped.Refused(refused.Field ?? "", refused.Code, [.. refused.Arguments.Values]);
            return new ReadRecord(refused.Place, refused.Excerpt.ToArray(), [], "", why);
        }

        var record = ((Reading.Read)reading).Record;
        var raw = record.Raw.ToArray();
        return new ReadRecord(record.Place, raw, SHA256.HashData(raw), record.MediaType, table.Map(record));
    }
}
