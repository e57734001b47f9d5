namespace Dala.Platform.Data;

/// <summary>SQLite has one writer at a time: everybody who writes passes here, in turn, instead of running into a busy store.</summary>
public sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim bell = new(0);

    /// <summary>Waits for the turn to write; disposing the answer gives it back.</summary>
    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    /// <summary>Says that a new job is waiting.</summary>
    public void Ring() => bell.Release();

    /// <summary>Waits until somebody rings, or the time is over.</summary>
    public Task<bool> Heard(TimeSpan patience, CancellationToken ct) => bell.WaitAsync(patience, ct);

    public void Dispose()
    {
        turn.Dispose();
        bell.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
