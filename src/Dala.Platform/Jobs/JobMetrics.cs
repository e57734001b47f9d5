using System.Diagnostics.Metrics;

namespace Dala.Platform.Jobs;

/// <summary>Counts jobs and their time, by kind and end.</summary>
public sealed class JobMetrics(IMeterFactory meters)
{
    private readonly Histogram<double> seconds = meters
        .Create("Dala")
        .CreateHistogram<double>("dala.job.duration", "s", "Time that jobs took");

    public void Ran(string kind, string state, TimeSpan time) =>
        seconds.Record(
            time.TotalSeconds,
            new KeyValuePair<string, object?>("kind", kind),
            new KeyValuePair<string, object?>("state", state)
        );
}
