using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dala.Search.Segments;

/// <summary>
/// Packs 128 numbers into as few bits each as the largest needs, four side by side, so that one instruction unpacks four
/// (SIMD-BP128 with differences of neighbours; Lemire and Boytsov, "Decoding billions of integers per second through vectorization", 2015).
/// </summary>
internal static class BitPacking
{
    public const int Block = 128;

    private const int Lanes = 4;
    private const int Rows = Block / Lanes;

    /// <summary>The bits that the largest of the numbers needs.</summary>
    public static int WidthOf(ReadOnlySpan<uint> numbers)
    {
        var all = 0u;
        foreach (var number in numbers)
            all |= number;
        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes that a block of numbers of a width takes.</summary>
    public static int Length(int width) => width * Block / 8;

    public static void Pack(ReadOnlySpan<uint> numbers, int width, Span<byte> packed)
    {
        if (width == 0)
            return;
        var rows = MemoryMarshal.Cast<byte, uint>(packed[..Length(width)]);
        rows.Clear();
        for (var i = 0; i < Block; i++)
        {
            var lane = i % Lanes;
            var bit = i / Lanes * width;
            var row = bit / 32;
            var shift = bit % 32;
            rows[(row * Lanes) + lane] |= numbers[i] << shift;
            if (shift + width > 32)
                rows[((row + 1) * Lanes) + lane] |= numbers[i] >> (32 - shift);
        }
    }

    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<uint> numbers)
    {
        ref var to = ref MemoryMarshal.GetReference(numbers[..Block]);
        if (width == 0)
        {
            numbers[..Block].Clear();
            return;
        }

        var rows = new Rows32(packed[..Length(width)], width);
        for (var i = 0; i < Rows; i++)
            rows.Next().StoreUnsafe(ref to, (nuint)(i * Lanes));
    }

    /// <summary>Unpacks differences less one, and adds them up from the number before the block.</summary>
    public static void UnpackAscending(ReadOnlySpan<byte> packed, int width, int before, Span<int> numbers)
    {
        ref var to = ref MemoryMarshal.GetReference(numbers[..Block]);
        var last = Vector128.Create(before);
        if (width == 0)
        {
            var steps = Vector128.Create(1, 2, 3, 4);
            for (var i = 0; i < Rows; i++)
            {
                (last + steps).StoreUnsafe(ref to, (nuint)(i * Lanes));
                last += Vector128.Create(Lanes);
            }

            return;
        }

        var rows = new Rows32(packed[..Length(width)], width);
        for (var i = 0; i < Rows; i++)
        {
            var sums = rows.Next().AsInt32() + Vector128<int>.One;
            sums += Vector128.Shuffle(sums, Vector128.Create(-1, 0, 1, 2));
            sums += Vector128.Shuffle(sums, Vector128.Create(-1, -1, 0, 1));
            sums += last;
            sums.StoreUnsafe(ref to, (nuint)(i * Lanes));
            last = Vector128.Shuffle(sums, Vector128.Create(3, 3, 3, 3));
        }
    }

    /// <summary>Reads four numbers at a time.</summary>
    private ref struct Rows32(ReadOnlySpan<byte> packed, int width)
    {
        private readonly ref byte _end = ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), packed.Length);
        private readonly Vector128<uint> _mask = Vector128.Create(width == 32 ? uint.MaxValue : (1u << width) - 1);
        private ref byte _next = ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), Vector128<byte>.Count);
        private Vector128<uint> _row = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(packed)).AsUInt32();
        private int _shift;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<uint> Next()
        {
            var numbers = _row >>> _shift;
            _shift += width;
            if (_shift >= 32)
            {
                _shift -= 32;
                if (Unsafe.IsAddressLessThan(ref _next, ref _end))
                {
                    _row = Vector128.LoadUnsafe(ref _next).AsUInt32();
                    _next = ref Unsafe.Add(ref _next, Vector128<byte>.Count);
                    if (_shift > 0)
                        numbers |= _row << (width - _shift);
                }
            }

            return numbers & _mask;
        }
    }
}
