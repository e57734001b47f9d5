using Dala.Library;
using Dala.Platform;
using Dala.Platform.Settings;

namespace Dala;

/// <summary>The parts that this program is made of.</summary>
public static class Modules
{
    /// <summary>Those below come first: their schema files are applied first.</summary>
    public static IReadOnlyList<IModule> All { get; } = [new PlatformModule(), new LibraryModule(), new OperatingModule()];

    public static IReadOnlyList<Setting> Settings { get; } = [.. All.SelectMany(module => module.Settings)];
}
