using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Dala.Platform;
using Dala.Platform.Web;

namespace Dala.Serving;

/// <summary>
/// Requests and jobs as numbers, in the text format of Prometheus (version 0.0.4), for whoever holds the administrator's key. No maintained
/// exporter for it could be restored; see the decision record on packages.
/// </summary>
public sealed class MetricsText : IDisposable
{
    // Upper bounds in seconds, as OpenTelemetry advises for http.server.request.duration.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    private static readonly string[] Meters = ["Dala", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly ConcurrentDictionary<(string Name, string Labels), Series> series = new();
    private readonly MeterListener listener = new();

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public static void Map(IEndpointRouteBuilder root) =>
        root.MapGet("/metrics", (MetricsText metrics) => Results.Text(metrics.ToString(), "text/plain; version=0.0.4"))
            .For(Right.Administrator)
            .ExcludeFromDescription();

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var group in series.GroupBy(entry => entry.Key.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key} {group.First().Value.Kind}\n");
            foreach (var (key, one) in group.OrderBy(entry => entry.Key.Labels, StringComparer.Ordinal))
                one.Write(text, key.Name, key.Labels);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (name, tag) in tags)
            labels.Append(labels.Length == 0 ? "" : ",").Append(Name(name)).Append("=\"").Append(Escaped(tag)).Append('"');
        var kind = instrument.GetType().Name.Split('`')[0];
        var measured = series.GetOrAdd(
            (Name(instrument.Name) + (instrument.Unit == "s" ? "_seconds" : ""), labels.ToString()),
            _ => new Series(
                kind == "Histogram" ? "histogram"
                : kind == "Counter" ? "counter"
                : "gauge"
            )
        );
        measured.Add(value);
    }

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Escaped(object? value) =>
        Convert
            .ToString(value, CultureInfo.InvariantCulture)!
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Series(string kind)
    {
        private readonly Lock adding = new();
        private readonly long[] buckets = new long[Bounds.Length];
        private long count;
        private double sum;

        public string Kind { get; } = kind;

        public void Add(double value)
        {
            lock (adding)
            {
                count++;
                sum += value;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    if (value <= Bounds[i])
                        buckets[i]++;
                }
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (adding)
            {
                if (Kind != "histogram")
                {
                    Line(text, name, labels, sum);
                    return;
                }

                for (var i = 0; i < Bounds.Length; i++)
                    Line(text, name + "_bucket", With(labels, Bounds[i].ToString(CultureInfo.InvariantCulture)), buckets[i]);
                Line(text, name + "_bucket", With(labels, "+Inf"), count);
                Line(text, name + "_sum", labels, sum);
                Line(text, name + "_count", labels, count);
            }
        }

        private static string With(string labels, string bound) => $"{labels}{(labels.Length == 0 ? "" : ",")}le=\"{bound}\"";

        private static void Line(StringBuilder text, string name, string labels, double value) =>
            text.Append(name)
                .Append(labels.Length == 0 ? "" : $"{{{labels}}}")
                .Append(' ')
                .Append(value.ToString("R", CultureInfo.InvariantCulture))
                .Append('\n');
    }
}
