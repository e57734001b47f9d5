namespace Dala.Standards.Records;

internal static class TreeReader
{
    public static IEnumerable<Reading> Read(Stream stream, ReadingContext context) =>
        throw new NotSupportedException(context.File + stream.CanRead);
}
