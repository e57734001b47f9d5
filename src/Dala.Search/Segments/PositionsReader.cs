using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dala.Search.Segments;

/// <summary>
/// Reads where in its documents a term stands, beside a <see cref="PostingsReader"/>. For each document and field there are as many numbers as the
/// profile says, each the distance from the position before; what a profile does not tell any more is said by a number in front.
/// </summary>
internal sealed class PositionsReader(PostingsReader postings, Segment segment)
{
    private readonly Column<byte> _bytes = segment.Positions(postings.Term);
    private readonly Profiles _profiles = segment.Profiles;
    private readonly int[] _totals = segment.ProfileTotals.Positions;
    private int _block = -1;
    private int _place;
    private long _at;

    /// <summary>Writes the positions in a field of the current document, less the offset, in rising order; how many.</summary>
    public int Read(int field, int offset, ref int[] positions, int count = 0)
    {
        GoToDocument();
        var at = _at;
        foreach (var part in _profiles[postings.Profile])
        {
            var often = part & 0xF;
            if (often == ProfilesContent.MostOften)
                often += Number(ref at);
            if (part >> 4 != field)
            {
                for (var i = 0; i < often; i++)
                    Number(ref at);
                continue;
            }

            if (positions.Length < count + often)
                Array.Resize(ref positions, Math.Max(count + often, positions.Length * 2));
            var position = -offset;
            for (var i = 0; i < often; i++)
            {
                position += Number(ref at);
                positions[count++] = position;
            }

            return count;
        }

        return count;
    }

    private int Number(ref long at)
    {
        int number = _bytes[at++];
        if (number < 0x80)
            return number;
        number &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = _bytes[at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }

    private void GoToDocument()
    {
        if (_block != postings.BlockNumber)
        {
            _block = postings.BlockNumber;
            _place = 0;
            _at = postings.PositionsOfBlock;
        }

        if (postings.IsDescribed)
        {
            var lengths = postings.PositionLengths;
            for (; _place < postings.Place; _place++)
            {
                if (lengths[_place] < PostingsLayout.LongPositions)
                    _at += lengths[_place];
                else
                    Skip(Pass((int)postings.Profiles[_place], 0));
            }

            return;
        }

        if (_place == postings.Place)
            return;
        var profiles = postings.Profiles;
        var numbers = 0;
        for (; _place < postings.Place; _place++)
            numbers = Pass((int)profiles[_place], numbers);
        Skip(numbers);
    }

    // Numbers to skip are gathered until something has to be read.
    private int Pass(int profile, int numbers)
    {
        if (_totals[profile] >= 0)
            return numbers + _totals[profile];
        foreach (var part in _profiles[profile])
        {
            if ((part & 0xF) < ProfilesContent.MostOften)
            {
                numbers += part & 0xF;
                continue;
            }

            Skip(numbers);
            numbers = ProfilesContent.MostOften + Number(ref _at);
        }

        return numbers;
    }

    // A number ends with a byte below 128, so sixteen bytes hold as many ends as signs are clear; the last end sought is the so-manieth of them.
    private void Skip(int numbers)
    {
        while (numbers > 0 && _at + Vector128<byte>.Count <= _bytes.Count)
        {
            var ends = ~Vector128.LoadUnsafe(in _bytes[_at]).ExtractMostSignificantBits() & ushort.MaxValue;
            var count = BitOperations.PopCount(ends);
            if (count >= numbers)
            {
                _at += PlaceOf(numbers, ends) + 1;
                return;
            }

            numbers -= count;
            _at += Vector128<byte>.Count;
        }

        while (numbers > 0)
        {
            if (_bytes[_at++] < 0x80)
                numbers--;
        }
    }

    private static int PlaceOf(int number, uint bits)
    {
        if (Bmi2.IsSupported)
            return BitOperations.TrailingZeroCount(Bmi2.ParallelBitDeposit(1u << (number - 1), bits));
        for (; number > 1; number--)
            bits &= bits - 1;
        return BitOperations.TrailingZeroCount(bits);
    }
}
