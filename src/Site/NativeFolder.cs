using System.Runtime.InteropServices;

namespace Blog.Site;

/// <summary>The three calls on files that .NET does not offer: hard link, atomic exchange of two folders, and flush of a file system.</summary>
internal static class NativeFolder
{
    private const int AtFdCwd = -100;
    private const uint RenameExchange = 2;
    private const int OpenDirectory = 0x10000; // O_DIRECTORY | O_RDONLY on Linux

    /// <summary>Makes a second name for a file; false where the file system or the limit of links refuses, and the caller copies instead.</summary>
    public static bool TryLink(string existing, string name) =>
        !OperatingSystem.IsWindows() && link(existing, name) == 0;

    /// <summary>Exchanges two folders of one file system in one step (renameat2 with RENAME_EXCHANGE); false where it is not to be had.</summary>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return renameat2(AtFdCwd, first, AtFdCwd, second, RenameExchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library older than 2.28
        }
    }

    /// <summary>Writes everything of the folder's file system to disk (syncfs); an error is an error, where there is such a call.</summary>
    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var handle = open(folder, OpenDirectory);
        if (handle < 0)
        {
            throw new OutputException($"The staging folder cannot be opened for flushing (error {Marshal.GetLastPInvokeError()}). Nothing was published; run the build again.");
        }

        try
        {
            if (syncfs(handle) != 0)
            {
                throw new OutputException($"The disk did not take the finished site (error {Marshal.GetLastPInvokeError()}). Nothing was published; see to the disk and run the build again.");
            }
        }
        finally
        {
            _ = close(handle);
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int renameat2(int oldDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int syncfs(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
}
