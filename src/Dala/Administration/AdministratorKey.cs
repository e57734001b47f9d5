using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Serving;

namespace Dala.Administration;

/// <summary>
/// The one secret until there are accounts: a key in the data folder, made at the first start, or the one that the settings name. Programs send
/// it as a bearer token (RFC 6750); people sign in with it and get a cookie that ends.
/// </summary>
public sealed class AdministratorKey
{
    /// <summary>The name of the cookie that a signed-in person carries.</summary>
    public const string Cookie = "administrator";

    private const string Scheme = "Bearer ";
    private readonly byte[] key;
    private readonly TimeSpan session;
    private readonly TimeProvider time;

    public AdministratorKey(DataFolder folder, SettingValues settings, TimeProvider time)
    {
        this.time = time;
        session = settings.Get(ServerSettings.AdministratorSession);
        File = folder.At("administrator.key");
        key = Encoding.UTF8.GetBytes(settings.Get(ServerSettings.AdministratorKey) is { Length: > 0 } set ? set : Kept(File));
    }

    /// <summary>Where the key lies for the person who runs the machine.</summary>
    public string File { get; }

    /// <summary>Who sends this request.</summary>
    public Actor ActorOf(HttpContext? http)
    {
        if (http is null)
            return Actor.Anonymous;
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Is(header[Scheme.Length..].Trim()) ? Actor.Administrator : Actor.Anonymous;
        return http.Request.Cookies[Cookie] is { } cookie && IsSession(cookie) ? Actor.Administrator : Actor.Anonymous;
    }

    /// <summary>Whether this is the key; takes the same time for every wrong one.</summary>
    public bool Is(string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(key));

    /// <summary>A value for the cookie, and when it ends.</summary>
    public (string Value, DateTimeOffset Until) NewSession()
    {
        var until = time.GetUtcNow() + session;
        var seconds = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return ($"{seconds}.{Seal(seconds)}", until);
    }

    private bool IsSession(string cookie)
    {
        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Seal(cookie[..dot])),
                Encoding.ASCII.GetBytes(cookie[(dot + 1)..])
            )
            && long.TryParse(cookie[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && until > time.GetUtcNow().ToUnixTimeSeconds();
    }

    private string Seal(string seconds) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("session " + seconds)));

    private static string Kept(string file)
    {
        if (System.IO.File.Exists(file))
            return System.IO.File.ReadAllText(file).Trim();
        var made = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, mode);
        writer.Write(made);
        return made;
    }
}
