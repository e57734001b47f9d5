using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Dala.Search.Segments;

/// <summary>Bytes that stay where they are: a file that is mapped, or a block outside the managed heap.</summary>
/// <remarks>Of a mapped file the operating system loads the pages that are touched and drops them when it needs room.</remarks>
internal sealed unsafe partial class Memory : IDisposable
{
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly byte* _start;

    private Memory(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
        Length = length;
        KeepSmall();
    }

    private Memory(long length)
    {
        _start = (byte*)NativeMemory.Alloc((nuint)length);
        Length = length;
        GC.AddMemoryPressure(length);
    }

    public long Length { get; }

    public bool IsFile => _file is not null;

    public static Memory OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return new Memory(
            MemoryMappedFile.CreateFromFile(
                stream,
                null,
                0,
                MemoryMappedFileAccess.Read,
                HandleInheritability.None,
                leaveOpen: true
            ),
            stream.Length
        );
    }

    /// <summary>A block filled by a writer that is given a way to append.</summary>
    public static Memory Filled(long length, Action<Action<ReadOnlySpan<byte>>> write)
    {
        var memory = new Memory(length);
        long at = 0;
        write(bytes =>
        {
            bytes.CopyTo(new Span<byte>(memory._start + at, checked((int)(length - at))));
            at += bytes.Length;
        });
        return memory;
    }

    /// <summary>Some of the bytes; not to be kept beyond the life of the memory.</summary>
    public ReadOnlySpan<byte> Slice(long offset, int length) =>
        offset >= 0 && length >= 0 && offset + length <= Length
            ? new ReadOnlySpan<byte>(_start + offset, length)
            : throw new ArgumentOutOfRangeException(nameof(offset), offset, "The place is outside the segment.");

    /// <summary>A column of values; not to be kept beyond the life of the memory.</summary>
    public Column<T> Column<T>(long offset, long length)
        where T : unmanaged =>
        offset >= 0 && length >= 0 && offset + length <= Length
            ? new Column<T>((T*)(_start + offset), length / sizeof(T))
            : throw new ArgumentOutOfRangeException(nameof(offset), offset, "The column is outside the segment.");

    public void Dispose()
    {
        if (_view is null)
        {
            NativeMemory.Free(_start);
            GC.RemoveMemoryPressure(Length);
            return;
        }

        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file!.Dispose();
    }

    // Linux would bring in 2 MB around each byte that is touched, where the file was last read in one go (madvise(2), MADV_NOHUGEPAGE). It is a wish: whether
    // the system grants it or not, the bytes are the same.
    private void KeepSmall()
    {
        const int noHugePages = 15;
        if (OperatingSystem.IsLinux() && Length > 0)
            _ = Advise((nint)(_start - _view!.PointerOffset), (nint)(Length + _view.PointerOffset), noHugePages);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}

/// <summary>Values of one size one after the other, in a segment's memory; valid while the segment is held.</summary>
internal readonly unsafe struct Column<T>(T* start, long count)
    where T : unmanaged
{
    public long Count => count;

    // Places come from the segment's own checked files; the debug build checks them again.
    public ref readonly T this[long place]
    {
        get
        {
            System.Diagnostics.Debug.Assert(place >= 0 && place < count);
            return ref start[place];
        }
    }

    public ReadOnlySpan<T> Span => new(start, checked((int)count));

    public ReadOnlySpan<T> From(long place) => new(start + place, (int)Math.Min(int.MaxValue, count - place));
}
