using System.IO.Compression;
using System.Text;
using Dala.Testing;

namespace Dala.Tests.Operating;

public sealed class BackUpTests : IDisposable
{
    private readonly Commands dala = new();

    [Fact]
    public async Task A_restored_folder_answers_the_same_search_and_the_same_export()
    {
        await dala.ImportShelf();
        var export = await dala.Run("export");
        var search = await dala.Run("search", "атом", "--json");

        var backup = await dala.Run("backup", Zip, "--json");
        var restored = await Restore();

        Assert.Equal((0, 0), (backup.Code, restored.Code));
        Assert.Equal(export.Output, (await On("export")).Output);
        Assert.Equal(search.Output, (await On("search", "атом", "--json")).Output);
        Assert.Equal(0, (await On("check")).Code);
        Assert.Equal(["program", "madeAt", "files"], backup.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Holds_everything_that_cannot_be_made_again_and_nothing_else()
    {
        await dala.ImportShelf();
        const string hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Write("files/ba/" + hash, "abc");
        Write("files/0198f00d.half", "ab");
        Write("keys/key-1.xml", "<key/>");
        Write("mappings/own.json", "{}");
        Write("mappings/tables/own.json", "{}");
        Write("administrator.key", "secret");
        Write("dala.json", "{}");

        await dala.Run("backup", Zip);
        await Restore();

        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(
            [
                "administrator.key",
                "backup.json",
                "dala.db",
                "dala.json",
                "files/ba/" + hash,
                "keys/key-1.xml",
                "mappings/own.json",
                "mappings/tables/own.json",
            ],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("secret", await File.ReadAllTextAsync(dala.Folder.At("restored/administrator.key")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(dala.Folder.At("restored/administrator.key"))
            );
        }

        Assert.Equal("abc", await File.ReadAllTextAsync(dala.Folder.At("restored/files/ba/" + hash)));
        Assert.Equal(["backup.zip", "shelf.csv", "shelf.json"], Beside().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_to_write_over_a_file_and_to_back_up_what_is_not_there()
    {
        await dala.ImportShelf();
        var file = dala.Folder.Write("backup.zip", "the only copy");

        var over = await dala.Run("backup", file);
        var nothing = await dala.RunAnywhere("backup", dala.Folder.At("other.zip"), "--data", dala.Folder.At("nowhere"));

        Assert.Equal((73, "the only copy"), (over.Code, await File.ReadAllTextAsync(file)));
        Assert.Equal(66, nothing.Code);
        Assert.Contains("dala.db", nothing.Error);
        Assert.False(Directory.Exists(dala.Folder.At("nowhere")));
        Assert.False(File.Exists(dala.Folder.At("other.zip")));
    }

    [Fact]
    public async Task Refuses_to_restore_into_a_folder_that_holds_something()
    {
        await dala.ImportShelf();
        await dala.Run("backup", Zip);
        var before = await dala.Run("export");

        var refused = await dala.Run("restore", Zip);

        Assert.Equal((73, ""), (refused.Code, refused.Output));
        Assert.Equal($"The folder {dala.Data} is not empty. Restore into a new folder, with --data FOLDER.\n", refused.Error);
        Assert.Equal(before.Output, (await dala.Run("export")).Output);
    }

    [Theory]
    [InlineData("flipped bytes", 65)]
    [InlineData("cut in the middle", 65)]
    [InlineData("a file too few", 65)]
    [InlineData("another file in its place", 65)]
    [InlineData("a name that climbs out", 65)]
    [InlineData("no list", 65)]
    [InlineData("a list that is no list", 65)]
    [InlineData("no zip", 65)]
    public async Task A_damaged_backup_is_refused_and_nothing_is_left(string how, int code)
    {
        await dala.ImportShelf();
        await dala.Run("backup", Zip);
        await Damage(how);

        var refused = await Restore();

        Assert.Equal((code, ""), (refused.Code, refused.Output));
        Assert.DoesNotContain("   at ", refused.Error);
        Assert.Equal(
            ["dala.lock", "dala.process"],
            Directory.GetFileSystemEntries(dala.Folder.At("restored")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.False(File.Exists(dala.Folder.At("evil")));
    }

    [Fact]
    public async Task A_server_goes_on_writing_while_it_is_backed_up_and_the_backup_is_whole()
    {
        await using (var library = new TestLibrary(dala.Folder, ("import.batch", "20")))
        {
            var import = Task.Run(() => library.Import("storybooks", SharedData.At("storybooks/african-storybook.zip")));
            while ((await dala.Run("backup", dala.Folder.At("first.zip"))).Code != 0) { }
            var backups = 0;
            while (!import.IsCompleted || backups == 0)
            {
                File.Delete(Zip);
                var backup = await dala.Run("backup", Zip);
                Assert.Equal((0, ""), (backup.Code, backup.Output));
                backups++;
            }

            Assert.InRange((await import).Value.New, 900, 1_000);
        }

        var restored = await dala.RunAnywhere("restore", dala.Folder.At("first.zip"), "--data", dala.Folder.At("restored"));

        Assert.Equal(0, restored.Code);
        Assert.Equal(0, (await On("check")).Code);
        var resumed = await On("import", SharedData.At("storybooks/african-storybook.zip"), "--mapping", "storybooks", "--json");
        Assert.Equal(0, resumed.Code);
        Assert.Equal(928, (await On("search", "--json")).Json.GetProperty("total").GetInt32());
    }

    public void Dispose() => dala.Dispose();

    private string Zip => dala.Folder.At("backup.zip");

    private Task<Ran> Restore() => On("restore", Zip);

    private Task<Ran> On(params string[] arguments) => dala.RunAnywhere([.. arguments, "--data", dala.Folder.At("restored")]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(dala.Folder.At("data/" + name))!);
        dala.Folder.Write("data/" + name, text);
    }

    private IEnumerable<string?> Beside() => Directory.GetFiles(dala.Folder.Path).Select(Path.GetFileName);

    private async Task Damage(string how)
    {
        var bytes = await File.ReadAllBytesAsync(Zip);
        switch (how)
        {
            case "flipped bytes":
                for (var i = 0; i < 64; i++)
                    bytes[(bytes.Length / 3) + i] ^= 0xff;
                await File.WriteAllBytesAsync(Zip, bytes);
                return;
            case "cut in the middle":
                await File.WriteAllBytesAsync(Zip, bytes[..(bytes.Length / 2)]);
                return;
            case "no zip":
                await File.WriteAllTextAsync(Zip, "no zip");
                return;
        }

        await using var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Update);
        switch (how)
        {
            case "a file too few":
                zip.GetEntry("dala.db")!.Delete();
                break;
            case "another file in its place":
                zip.GetEntry("dala.db")!.Delete();
                await Fill(zip, "dala.db", "SQLite format 3\0");
                break;
            case "a name that climbs out":
                zip.GetEntry("backup.json")!.Delete();
                await Fill(zip, "../../evil", "abc");
                await Fill(
                    zip,
                    "backup.json",
                    """{"program":"dala","madeAt":"2026-03-21T09:30:00Z","files":{"../../evil":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}"""
                );
                break;
            case "no list":
                zip.GetEntry("backup.json")!.Delete();
                break;
            case "a list that is no list":
                zip.GetEntry("backup.json")!.Delete();
                await Fill(zip, "backup.json", """{"program":"dala"}""");
                break;
        }
    }

    private static async Task Fill(ZipArchive zip, string name, string text)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
