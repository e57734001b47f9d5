using System.Collections;
using Dala.Administration;
using Dala.Platform;
using Dala.Platform.Data;
using Dala.Platform.Settings;
using Dala.Testing;
using Microsoft.AspNetCore.Http;

namespace Dala.Tests.Administration;

public sealed class AdministratorKeyTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DataFolder data;
    private readonly FixedTime time = new();

    public AdministratorKeyTests() => data = DataFolder.Open(folder.Path).Value;

    [Fact]
    public void Is_made_at_the_first_start_for_the_eyes_of_the_operator_only_and_kept()
    {
        var key = Key();
        var kept = File.ReadAllText(key.File);

        Assert.Equal(folder.At("administrator.key"), key.File);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", kept);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key.File));
        Assert.True(Key().Is(kept));
        Assert.False(Key().Is(kept[..^1]));
        Assert.False(Key().Is(""));
    }

    [Fact]
    public void The_one_that_the_settings_name_wins_and_no_file_is_made()
    {
        var key = Key(("administrator.key", "from the settings"));

        Assert.True(key.Is("from the settings"));
        Assert.False(File.Exists(key.File));
    }

    [Theory]
    [InlineData("Bearer the-key", true)]
    [InlineData("bearer  the-key ", true)]
    [InlineData("Bearer the-kez", false)]
    [InlineData("Bearer", false)]
    [InlineData("Basic the-key", false)]
    [InlineData("the-key", false)]
    [InlineData(null, false)]
    public void A_program_sends_it_as_a_bearer_token(string? header, bool isAdministrator)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = header;

        Assert.Equal(new Actor(isAdministrator), Key(("administrator.key", "the-key")).ActorOf(http));
    }

    [Fact]
    public void A_session_ends_when_its_time_is_over_and_cannot_be_made_longer()
    {
        var key = Key(("administrator.key", "the-key"), ("administrator.session", "60"));
        var (cookie, until) = key.NewSession();
        var (seconds, seal) = (cookie.Split('.')[0], cookie.Split('.')[1]);
        var longer = $"{long.Parse(seconds, null) + 3600}.{seal}";

        Assert.Equal(FixedTime.Start.AddSeconds(60), until);
        Assert.Equal(
            [true, false, false, false, false],
            new[] { cookie, longer, seconds, "." + seal, cookie + "x" }.Select(value => With(key, value).IsAdministrator)
        );
        Assert.False(With(Key(("administrator.key", "another")), cookie).IsAdministrator);
        time.Pass(TimeSpan.FromSeconds(59));
        Assert.True(With(key, cookie).IsAdministrator);
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.False(With(key, cookie).IsAdministrator);
    }

    [Fact]
    public void A_wrong_key_in_the_header_is_not_saved_by_a_good_cookie()
    {
        var key = Key(("administrator.key", "the-key"));
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{AdministratorKey.Cookie}={key.NewSession().Value}";
        http.Request.Headers.Authorization = "Bearer wrong";

        Assert.Equal(Actor.Anonymous, key.ActorOf(http));
        Assert.Equal(Actor.Anonymous, key.ActorOf(null));
    }

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    private AdministratorKey Key(params (string Name, string Value)[] set) =>
        new(
            data,
            SettingValues
                .Read(
                    Modules.Settings,
                    null,
                    new Hashtable(),
                    set.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value))
                )
                .Value,
            time
        );

    private static Actor With(AdministratorKey key, string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"{AdministratorKey.Cookie}={cookie}";
        return key.ActorOf(http);
    }
}
