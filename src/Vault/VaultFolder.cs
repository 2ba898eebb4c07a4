using Blog.Source;

namespace Blog.Vault;

/// <summary>The store's folder on disk: made for its owner only, refused where others may read, locked while in use.</summary>
internal static class VaultFolder
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes the folder (0700) where it is missing, with what is missing above it.</summary>
    public static void Create(VaultLocation location)
    {
        var made = new Stack<string>();
        for (var folder = location.Folder; !Directory.Exists(folder); folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"There is no place for {location.Folder}."))
        {
            made.Push(folder);
        }

        foreach (var folder in made)
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder); // the profile's own access list keeps others out
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerFolder);
            }

            DurableFile.SyncFolder(Path.GetDirectoryName(folder)!); // not null: a root always exists
        }
    }

    /// <summary>Makes the empty database file (0600); SQLite gives its log and its index the same mode.</summary>
    public static void CreateDatabase(VaultLocation location)
    {
        using (OpenFile(location.Database, FileShare.ReadWrite))
        {
        }

        DurableFile.SyncFolder(location.Folder);
    }

    /// <summary>Makes a file (0600) that is not there yet, for writing.</summary>
    public static FileStream CreateFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>Refuses a folder or file that others may use, and files that are links.</summary>
    /// <exception cref="VaultException">Something is open to others; the message says the command that mends it.</exception>
    public static void RequireOwnerOnly(VaultLocation location)
    {
        string[] files = [location.Database, location.Database + "-wal", location.Database + "-shm", location.Database + "-journal", location.LockFile];
        foreach (var file in files)
        {
            if (new FileInfo(file).LinkTarget is not null)
            {
                throw new VaultException(VaultFault.Refused, $"{file} is a link, which could lead out of the private folder. Put the file itself in its place, or name the folder it lies in with --vault.");
            }
        }

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if ((File.GetUnixFileMode(location.Folder) & Others) != UnixFileMode.None)
        {
            throw new VaultException(VaultFault.Refused, $"Other users of this machine may look into the private store's folder {location.Folder}. Close it with: chmod 700 '{location.Folder}'");
        }

        foreach (var file in files)
        {
            if (File.Exists(file) && (File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
            {
                throw new VaultException(VaultFault.Refused, $"Other users of this machine may read the private store's file {file}. Close it with: chmod 600 '{file}'");
            }
        }
    }

    /// <summary>Locks the store for this process; the lock goes with the handle, and with the process however it ends.</summary>
    /// <exception cref="VaultException">Another process holds it.</exception>
    public static FileStream Lock(VaultLocation location) => Lock(location.LockFile);

    /// <summary>As <see cref="Lock(VaultLocation)"/>, by any file.</summary>
    public static FileStream Lock(string lockFile)
    {
        try
        {
            return OpenFile(lockFile, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new VaultException(VaultFault.Locked, $"Another run of this program is using the private store (lock file {lockFile}). Two at once could undo each other's work: wait until it is done, or end it, then try again.", e);
        }
    }

    private static FileStream OpenFile(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }
}
