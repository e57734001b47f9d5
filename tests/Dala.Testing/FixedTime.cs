namespace Dala.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FixedTime : TimeProvider
{
    /// <summary>The moment at which every test begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 21, 9, 30, 0, TimeSpan.Zero);

    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
