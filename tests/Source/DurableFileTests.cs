using Blog.Source;

namespace Blog.Tests.Source;

public sealed class DurableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_written_and_overwritten_and_nothing_else_is_left()
    {
        var path = Path.Combine(_folder.Root, "x.md");

        DurableFile.Write(path, "one"u8);
        DurableFile.Write(path, "two"u8, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal("two", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_write_that_fails_leaves_what_stood_there()
    {
        var path = Path.Combine(_folder.Root, "x");
        Directory.CreateDirectory(path); // a rename over a folder is refused

        Assert.ThrowsAny<Exception>(() => DurableFile.Write(path, "one"u8));

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void What_a_killed_process_left_is_removed_and_nothing_else()
    {
        using var other = System.Diagnostics.Process.Start("true");
        other.WaitForExit();
        var left = _folder.Put($"deep/.x.md.{other.Id}-3.tmp", "half");
        var ofMine = _folder.Put($".x.md.{Environment.ProcessId}-9000000000000000000.tmp", "of an earlier process with my number");
        string[] stay =
        [
            _folder.Put(".hidden.tmp", "not ours"), _folder.Put("x.tmp", "not ours"), _folder.Put("deep/x.md", "whole"), _folder.Put(".x.md.1-1.tmp", "of a living process"),
        ];

        Assert.Equal(2, DurableFile.RemoveLeftovers(_folder.Root));

        Assert.False(File.Exists(left));
        Assert.False(File.Exists(ofMine));
        Assert.All(stay, file => Assert.True(File.Exists(file)));
        Assert.Equal(0, DurableFile.RemoveLeftovers(Path.Combine(_folder.Root, "none")));
    }

    /// <summary>The fact that this type exists for: .NET reports success where the system reports that nothing can be made durable.</summary>
    [Fact]
    public void An_error_of_fsync_is_reported_where_dotnet_hides_it()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // what /dev/null answers to fsync is Linux's
        }

        using var device = new FileStream("/dev/null", FileMode.Open, FileAccess.Write);
        device.Flush(flushToDisk: true);
        RandomAccess.FlushToDisk(device.SafeFileHandle);

        Assert.Throws<IOException>(() => DurableFile.Sync(device.SafeFileHandle));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_made_durable()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Throws<IOException>(() => DurableFile.SyncFolder(Path.Combine(_folder.Root, "none")));
        }
    }
}
