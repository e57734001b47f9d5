using Microsoft.Extensions.DependencyInjection;

namespace Dala.Platform;

/// <summary>What the platform itself brings: its schema files and texts.</summary>
public sealed class PlatformModule : IModule
{
    public void AddServices(IServiceCollection services) { }
}
