namespace Dala.Search.Segments;

/// <summary>A thread of low priority that merges while there is something to merge, so that neither searches nor changes wait for it.</summary>
/// <param name="mergeNext">Merges once; false when there was nothing to do.</param>
internal sealed class BackgroundMerges(Func<CancellationToken, bool> mergeNext) : IDisposable
{
    private readonly Lock _state = new();
    private CancellationTokenSource _stop = new();
    private Thread? _thread;
    private bool _woken;
    private bool _disposed;

    /// <summary>Says that there may be something to do.</summary>
    public void Wake()
    {
        lock (_state)
        {
            _woken = true;
            if (_disposed || _thread is not null)
                return;
            _thread = new Thread(Run)
            {
                IsBackground = true,
                Name = "Dala.Search merges",
                Priority = ThreadPriority.BelowNormal,
            };
            _thread.Start();
        }
    }

    /// <summary>Waits until there is nothing to do.</summary>
    public void Wait()
    {
        Thread? thread;
        lock (_state)
            thread = _thread;
        thread?.Join();
    }

    /// <summary>Gives up what is being merged, and does something while nothing is.</summary>
    public void Interrupt(Action action)
    {
        Stop();
        try
        {
            action();
        }
        finally
        {
            lock (_state)
                _stop = new CancellationTokenSource();
            Wake();
        }
    }

    public void Dispose()
    {
        lock (_state)
        {
            if (_disposed)
                return;
            _disposed = true;
        }

        Stop();
        _stop.Dispose();
    }

    private void Stop()
    {
        lock (_state)
            _stop.Cancel();
        Wait();
    }

    private void Run()
    {
        try
        {
            while (GoesOn())
            {
                while (!_stop.IsCancellationRequested && mergeNext(_stop.Token)) { }
            }
        }
        catch (OperationCanceledException)
        {
            End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, or one that may not be written to: the segments stay as they are, and the next change tries again.
            End();
        }
    }

    private bool GoesOn()
    {
        lock (_state)
        {
            if (_woken && !_stop.IsCancellationRequested)
            {
                _woken = false;
                return true;
            }

            _thread = null;
            return false;
        }
    }

    private void End()
    {
        lock (_state)
            _thread = null;
    }
}
