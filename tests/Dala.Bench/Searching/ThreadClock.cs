using System.Runtime.InteropServices;

namespace Dala.Bench.Searching;

/// <summary>The processor time of the calling thread alone, which neighbours on the machine do not lengthen much.</summary>
internal static partial class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux, clock_gettime(2).
    private const int OfThisThread = 3;

    public static long Nanoseconds
    {
        get
        {
            if (ReadClock(OfThisThread, out var time) != 0)
                throw new PlatformNotSupportedException("The time of a thread can be read on Linux only.");
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
