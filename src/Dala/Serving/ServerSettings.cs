using Dala.Platform.Settings;

namespace Dala.Serving;

/// <summary>What an operator may set about the program as a whole.</summary>
public static class ServerSettings
{
    public static readonly Setting<string> Data = Setting.Text("data", "data");
    public static readonly Setting<string> Urls = Setting.Text("urls", "http://127.0.0.1:5080");
    public static readonly Setting<string> PublicAddress = Setting.Text("public-address", "");
    public static readonly Setting<string> Demo = Setting.Text("demo", "");
    public static readonly Setting<string> AdministratorKey = Setting.Text("administrator.key", "");
    public static readonly Setting<TimeSpan> AdministratorSession = Setting.Seconds("administrator.session", 43_200);
    public static readonly Setting<TimeSpan> StopPatience = Setting.Seconds("stop.patience", 30);
    public static readonly Setting<string> LogFormat = Setting.OneOf("log.format", "text", "json");
    public static readonly Setting<string> LogLevel = Setting.OneOf("log.level", "warning", "information", "debug", "error");

    public static IReadOnlyList<Setting> All { get; } =
    [Data, Urls, PublicAddress, Demo, AdministratorKey, AdministratorSession, StopPatience, LogFormat, LogLevel];
}
