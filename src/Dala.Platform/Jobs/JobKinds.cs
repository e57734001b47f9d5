using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform.Jobs;

/// <summary>One kind of job: its name in the rows, the type of its body, and the use case that does it.</summary>
public sealed record JobKind(
    string Name,
    Type Body,
    bool IsListener,
    Func<IServiceProvider, string, JobProgress, CancellationToken, Task> Run
);

/// <summary>All kinds of jobs that the modules have registered.</summary>
public sealed class JobKinds(IEnumerable<JobKind> kinds)
{
    private readonly Dictionary<string, JobKind> byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public JobKind? Named(string name) => byName.GetValueOrDefault(name);

    public string NameOf(Type body) => byName.Values.Single(kind => kind.Body == body && !kind.IsListener).Name;

    public IEnumerable<string> ListenersOf(Type fact) =>
        byName.Values.Where(kind => kind.Body == fact && kind.IsListener).Select(kind => kind.Name);
}

/// <summary>How modules register their jobs and what they listen to.</summary>
public static class JobRegistration
{
    /// <summary>Registers a kind of job. The handler may run twice for one row and must then change nothing.</summary>
    public static IServiceCollection AddJob<TJob>(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, TJob, JobProgress, CancellationToken, Task> run
    ) => services.AddSingleton(Kind(name, isListener: false, run));

    /// <summary>Hears every fact of a type that a module below publishes, as a job in the same transaction.</summary>
    public static IServiceCollection OnFact<TFact>(
        this IServiceCollection services,
        string listener,
        Func<IServiceProvider, TFact, JobProgress, CancellationToken, Task> run
    ) => services.AddSingleton(Kind(listener, isListener: true, run));

    private static JobKind Kind<T>(
        string name,
        bool isListener,
        Func<IServiceProvider, T, JobProgress, CancellationToken, Task> run
    ) =>
        new(
            name,
            typeof(T),
            isListener,
            (provider, body, progress, ct) => run(provider, JsonSerializer.Deserialize<T>(body)!, progress, ct)
        );
}
