using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Blog.Source;

/// <summary>Writes files so that after a crash either the old or the new bytes stand there, whole, and a failed write says so.</summary>
/// <remarks>
/// .NET hides fsync errors on Linux: <c>FileStream.Flush(true)</c> and <c>RandomAccess.FlushToDisk</c> report success under injected EIO and
/// ENOSPC. So <c>fsync</c> is called here directly, on the file before the rename and on its folder after it.
/// </remarks>
public static partial class DurableFile
{
    private const int Eintr = 4;
    private const int Einval = 22;
    private const int OReadOnly = 0; // the same on every Unix

    private static long _temporaries;

    /// <summary>Writes a file: a temporary one beside it, fsync, rename over it, fsync of the folder.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="mode">Permissions of the file; null gives the machine's usual ones. Ignored on Windows.</param>
    /// <exception cref="IOException">It could not be written or made durable; what stood there before still does.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, UnixFileMode? mode = null)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full) ?? throw new IOException($"{full} is not a file's path.");

        // Hidden, and with no suffix that any reader here looks for; CreateNew makes a clash an error, never an overwrite.
        // The name says whose it is, so that what a killed process left can be told from what a living one is writing.
        var temporary = Path.Combine(folder, string.Create(
            CultureInfo.InvariantCulture,
            $".{Path.GetFileName(full)}.{Environment.ProcessId}-{Interlocked.Increment(ref _temporaries)}.tmp"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (mode is { } permissions && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = permissions;
            }

            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(bytes);
                Sync(stream.SafeFileHandle);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }

        SyncFolder(folder);
    }

    /// <summary>
    /// Deletes the temporary files that <see cref="Write"/> leaves when its process is killed, in a folder and all below it. Those of processes that still
    /// live stay. Called by whoever begins to write there; nothing happens where there is no such folder.
    /// </summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="IOException">One could not be deleted.</exception>
    public static int RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var left = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var removed = 0;
        foreach (var file in Directory.EnumerateFiles(folder, ".*.tmp", left))
        {
            if (Temporary().Match(Path.GetFileName(file)) is { Success: true } name && !IsAlive(name.Groups["process"].ValueSpan, name.Groups["number"].ValueSpan))
            {
                File.Delete(file);
                removed++;
            }
        }

        return removed;
    }

    /// <summary>As <see cref="RemoveLeftovers"/>, for one file in a folder that holds other people's things too.</summary>
    /// <param name="path">The file, which need not be there.</param>
    public static void RemoveLeftoversOf(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(full);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $".{Path.GetFileName(full)}.*.tmp").ToList() : [])
        {
            if (Temporary().Match(Path.GetFileName(file)) is { Success: true } name && !IsAlive(name.Groups["process"].ValueSpan, name.Groups["number"].ValueSpan))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Makes an open file's content durable.</summary>
    /// <exception cref="IOException">The system says that it is not.</exception>
    public static void Sync(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }

        var error = Fsync(file);
        if (error != 0)
        {
            throw Failed("fsync", error);
        }
    }

    /// <summary>Makes the names in a folder durable: what was created, renamed or deleted in it.</summary>
    /// <exception cref="IOException">The system says that they are not.</exception>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS keeps its names in a journal; there is no call for it
        }

        using var handle = NativeOpen(System.Text.Encoding.UTF8.GetBytes(folder + "\0"), OReadOnly);
        if (handle.IsInvalid)
        {
            throw Failed("open", Marshal.GetLastPInvokeError());
        }

        var error = Fsync(handle);
        if (error is not (0 or Einval)) // EINVAL: a file system that has no fsync for folders
        {
            throw Failed("fsync", error);
        }
    }

    private static int Fsync(SafeFileHandle handle)
    {
        while (NativeFsync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != Eintr)
            {
                return error;
            }
        }

        return 0;
    }

    /// <summary>Whether a temporary file may still be in the writing. In a container every run may have the same process id, hence the number.</summary>
    private static bool IsAlive(ReadOnlySpan<char> process, ReadOnlySpan<char> number)
    {
        if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return true; // not a name of ours
        }

        if (id == Environment.ProcessId)
        {
            return count <= Interlocked.Read(ref _temporaries);
        }

        try
        {
            using var other = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IOException Failed(string call, int error) =>
        new($"The disk could not make the data durable ({call}: {new Win32Exception(error).Message}). Check its space and health, then run again; the old file is kept.", error);

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // The error that led here is the one to report.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }

    [GeneratedRegex(@"^\..+\.(?<process>[0-9]+)-(?<number>[0-9]+)\.tmp$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Temporary();

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeFsync(SafeFileHandle handle);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle NativeOpen(byte[] path, int flags);
}
