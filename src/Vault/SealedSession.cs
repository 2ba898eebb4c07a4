using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Blog.Source;

namespace Blog.Vault;

/// <summary>The file that keeps an opened key from one command to the next: the owner's alone, in memory where the machine has a place for it, void after a while without use.</summary>
/// <remarks>
/// Layout: <c>SUBROSA1</c>, the key's random name (16 bytes), SHA-256 of the machine's boot id (32; zeros where it has none), the key (32). Its time of
/// change is the last use. Ended, it is overwritten and deleted.
/// </remarks>
public sealed class SealedSession
{
    private const int BootStart = 8 + HandleSource.Length;
    private const int KeyStart = BootStart + 32;
    private const int FileLength = KeyStart + PassphraseKey.Length;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly string _bootId;

    internal SealedSession(string path, bool isInMemory, TimeProvider time, string bootId)
    {
        _path = path;
        _time = time;
        _bootId = bootId;
        IsInMemory = isInMemory;
    }

    /// <summary>Whether the file lies in memory (tmpfs) and not on a disk.</summary>
    public bool IsInMemory { get; }

    /// <summary>Folder of the file.</summary>
    public string Folder => Path.GetDirectoryName(_path)!; // not null: it is a file in a folder

    /// <summary>Whether there is a session, void or not.</summary>
    internal bool Exists => File.Exists(_path);

    private static ReadOnlySpan<byte> Magic => "SUBROSA1"u8;

    /// <summary>The session of a store: in the user's runtime folder (XDG), else in <c>/dev/shm</c>, else in the store's own folder, which is on a disk.</summary>
    /// <param name="location">The store.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="time">The clock.</param>
    public static SealedSession Of(VaultLocation location, Func<string, string?> variable, TimeProvider time)
    {
        var name = $"subrosa-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(location.Folder)))[..24]}.session";
        var bootId = OperatingSystem.IsLinux() && File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() : string.Empty;
        string?[] folders = OperatingSystem.IsLinux() ? [variable("XDG_RUNTIME_DIR"), "/dev/shm"] : [];
        foreach (var folder in folders)
        {
            // The XDG specification: the runtime folder is the user's alone (0700); /dev/shm is everybody's, sticky: the file in it is made new, never followed.
            if (!string.IsNullOrEmpty(folder) && Path.IsPathFullyQualified(folder) && Directory.Exists(folder) && MountTable.IsInMemory(folder))
            {
                return new SealedSession(Path.Combine(folder, name), isInMemory: true, time, bootId);
            }
        }

        return new SealedSession(Path.Combine(location.Folder, name), isInMemory: false, time, bootId);
    }

    /// <summary>Ends the session: whatever command uses it next finds the rows locked.</summary>
    /// <exception cref="VaultException">The file is there and cannot be deleted; the key is still in it.</exception>
    public void End()
    {
        if (!TryEnd())
        {
            throw new VaultException(VaultFault.Disk, $"The file that keeps the sealed part open could not be deleted: {_path}. Delete it yourself; until then whoever may read it can open the sealed part.");
        }
    }

    /// <summary>Keeps an opened key; false where the file cannot be made, so that the key is open in this command only.</summary>
    internal bool TryBegin(VaultHandle handle, ReadOnlySpan<byte> key)
    {
        Span<byte> bytes = stackalloc byte[FileLength];
        Magic.CopyTo(bytes);
        handle.ToBytes().CopyTo(bytes[Magic.Length..]);
        BootHash().CopyTo(bytes[BootStart..]);
        key.CopyTo(bytes[KeyStart..]);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            if (!TryEnd())
            {
                return false;
            }

            using (var file = new FileStream(_path, options))
            {
                file.Write(bytes);
            }

            Touch(_time.GetUtcNow());
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryEnd(); // half a file opens nothing, but must not lie about either
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Notes a use.</summary>
    internal void Touch(DateTimeOffset now)
    {
        try
        {
            File.SetLastWriteTimeUtc(_path, now.UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Ended meanwhile; the next use sees it.
        }
    }

    /// <summary>What is kept, unless it is void: too long without use, from before a restart, or not ours alone.</summary>
    internal bool TryRead(out VaultHandle handle, [NotNullWhen(true)] out byte[]? key, out DateTimeOffset lastUse)
    {
        (handle, key, lastUse) = (default, null, default);
        var file = new FileInfo(_path);
        if (!file.Exists || file.LinkTarget is not null)
        {
            return false;
        }

        lastUse = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        var idle = (_time.GetUtcNow() - lastUse).Duration(); // a clock that was set back must not keep it open
        byte[] bytes = [];
        if (idle <= SealedItems.IdleTime && file.Length == FileLength && (OperatingSystem.IsWindows() || file.UnixFileMode == OwnerOnly))
        {
            try
            {
                bytes = File.ReadAllBytes(_path);
            }
            catch (UnauthorizedAccessException)
            {
                return false; // somebody else's file of this name
            }
        }

        if (bytes.Length != FileLength || !bytes.AsSpan().StartsWith(Magic) || !bytes.AsSpan(BootStart, 32).SequenceEqual(BootHash()))
        {
            CryptographicOperations.ZeroMemory(bytes);
            TryEnd();
            return false;
        }

        handle = VaultHandle.Of(bytes.AsSpan(Magic.Length, HandleSource.Length));
        key = bytes[KeyStart..];
        CryptographicOperations.ZeroMemory(bytes);
        return true;
    }

    private bool TryEnd()
    {
        try
        {
            var file = new FileInfo(_path);
            if (!file.Exists && file.LinkTarget is null)
            {
                return true;
            }

            if (file.LinkTarget is null)
            {
                using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write);
                stream.Write(new byte[FileLength]);
                stream.Flush();
                DurableFile.Sync(stream.SafeFileHandle);
            }

            File.Delete(_path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private byte[] BootHash() => _bootId.Length == 0 ? new byte[32] : SHA256.HashData(Encoding.UTF8.GetBytes(_bootId));
}
