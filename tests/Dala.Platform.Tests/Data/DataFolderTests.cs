using System.Globalization;
using Dala.Platform.Data;
using Dala.Testing;

namespace Dala.Platform.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void Makes_the_folder_and_holds_it_until_it_is_let_go()
    {
        var path = folder.At("new/data");

        using (var held = DataFolder.Open(path).Value)
            Assert.Equal((path, Path.Combine(path, "dala.db")), (held.Path, held.StoreFile));

        Assert.Null(DataFolder.Open(path).Problem);
    }

    [Fact]
    public void Refuses_a_folder_that_is_held_and_says_by_whom()
    {
        using var held = DataFolder.Open(folder.Path).Value;

        var problem = DataFolder.Open(folder.Path).Problem;

        Assert.Equal((ProblemKind.Unavailable, "platform.data.locked"), (problem?.Kind, problem?.Code));
        Assert.Equal([folder.Path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)], problem?.Arguments);
    }

    [Fact]
    public void Refuses_a_folder_in_whose_place_a_file_stands()
    {
        var file = folder.Write("data", "a file");

        var problem = DataFolder.Open(file).Problem;

        Assert.Equal("platform.data.unusable", problem?.Code);
        Assert.Equal("a file", File.ReadAllText(file));
    }

    [Fact]
    public void Refuses_a_folder_whose_lock_may_not_be_written()
    {
        Directory.CreateDirectory(folder.At("dala.lock"));

        Assert.Equal("platform.data.forbidden", DataFolder.Open(folder.Path).Problem?.Code);
    }

    [Fact]
    public void A_lock_that_a_killed_process_left_holds_nobody_up()
    {
        folder.Write("dala.lock", "");
        folder.Write("dala.process", "4194304");

        using var held = DataFolder.Open(folder.Path).Value;

        Assert.Equal(folder.Path, held.Path);
        Assert.True(held.IsEmpty);
        Assert.Equal(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), File.ReadAllText(folder.At("dala.process")));
    }

    [Fact]
    public void Looking_beside_who_holds_it_needs_a_store_and_takes_no_lock()
    {
        Assert.Null(DataFolder.Beside(folder.Path));
        folder.Write("dala.db", "");

        using var beside = DataFolder.Beside(folder.Path);
        using var held = DataFolder.Open(folder.Path).Value;

        Assert.Equal(folder.Path, beside?.Path);
    }

    public void Dispose() => folder.Dispose();
}
