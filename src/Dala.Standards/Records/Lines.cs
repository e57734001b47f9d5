namespace Dala.Standards.Records;

/// <summary>One line of a file, without its line break; of a line that is too long, the beginning.</summary>
internal readonly record struct Line(long Number, byte[] Bytes, bool TooLong);

/// <summary>Takes a text apart into lines.</summary>
internal static class Lines
{
    public static IEnumerable<Line> Of(ByteWindow window, int limit)
    {
        while (true)
        {
            var number = window.Line;
            var at = Find(window, limit);
            if (window.Span.Length == 0)
                yield break;

            var length = at < 0 ? window.Span.Length : at;
            if (length > limit)
            {
                var beginning = window.Span[..Math.Min(length, Reading.Refused.LongestExcerpt)].ToArray();
                window.SkipLine();
                yield return new Line(number, beginning, true);
                continue;
            }

            var text = window.Span[..length];
            var bytes = (text is [.., (byte)'\r'] ? text[..^1] : text).ToArray();
            window.Advance(at < 0 ? length : length + 1);
            yield return new Line(number, bytes, false);
        }
    }

    private static int Find(ByteWindow window, int limit)
    {
        var scanned = 0;
        while (true)
        {
            var at = window.Span[scanned..].IndexOf((byte)'\n');
            if (at >= 0)
                return scanned + at;
            scanned = window.Span.Length;
            if (scanned > limit || !window.Fill())
                return -1;
        }
    }
}
