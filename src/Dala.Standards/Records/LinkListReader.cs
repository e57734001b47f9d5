namespace Dala.Standards.Records;

internal sealed class LinkListReader(ReadingContext context, ByteWindow window)
{
    public IEnumerable<Reading> Read() => throw new NotSupportedException(context.File + window.Line);
}
