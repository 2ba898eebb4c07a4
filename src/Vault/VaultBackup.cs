using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Source;

namespace Blog.Vault;

/// <summary>Backs a store up into one encrypted file, and brings it back from one. Format and reasons: docs/vault.md.</summary>
public static class VaultBackup
{
    /// <summary>Name of the first entry, the head of the audit, so that it can be read without the rest.</summary>
    private const string HeadEntry = "audit-head";

    /// <summary>Name of the entry that holds the database.</summary>
    private const string DatabaseEntry = "vault.db";

    /// <summary>Copies of the database that are on their way into a backup.</summary>
    private const string CopyPrefix = "backup-";

    /// <summary>Writes a backup: whole under its name, or not at all.</summary>
    /// <param name="store">The store, open; other commands wait meanwhile.</param>
    /// <param name="path">The file; there must be none of this name.</param>
    /// <param name="passphrase">What it is encrypted under.</param>
    /// <returns>Where the audit ended that the backup holds.</returns>
    /// <exception cref="VaultException">There is such a file, or the disk refused; nothing was changed.</exception>
    public static AuditHead Write(VaultStore store, string path, Passphrase passphrase) => Write(store, path, passphrase, PassphraseKey.DefaultCost);

    /// <summary>Reads the head of the audit out of a backup, to check a store against it.</summary>
    /// <exception cref="VaultException">The file does not open.</exception>
    public static AuditHead ReadHead(string path, Passphrase passphrase)
    {
        using var file = OpenFile(path);
        using var reader = new BackupReader(file, passphrase);
        if (!reader.TryNext(out var name, out var length) || name != HeadEntry || length > BackupHeader.ChunkLength)
        {
            throw BackupHeader.Unreadable();
        }

        using var text = new MemoryStream();
        reader.Copy(text, length);
        return AuditHead.TryParse(Encoding.UTF8.GetString(text.ToArray()), out var head) ? head : throw BackupHeader.Unreadable();
    }

    /// <summary>Brings a store back. It is put together and checked in a folder beside its place, and takes the place in one step.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="location">Where the store shall be; the folder must be missing or empty.</param>
    /// <param name="passphrase">What the backup was made with.</param>
    /// <param name="random">Randomness for the opened store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="actor">Pen name of who does it, for the audit; null for the store's own.</param>
    /// <param name="erasures">Files that may be the erasure list of the store in the backup; those that are another's are passed over.</param>
    /// <param name="withoutErasures">Brings the store back also where no list is found: then what was erased since the backup is back.</param>
    /// <returns>What the check of the new store says; it has no faults.</returns>
    /// <exception cref="VaultException">There is something already, the file does not open, what is in it is no sound store, or no erasure list was found; nothing was changed.</exception>
    public static VerifyReport Restore(string path, VaultLocation location, Passphrase passphrase, RandomNumberGenerator random, TimeProvider time, string? actor, IReadOnlyList<string> erasures, bool withoutErasures)
    {
        location.RequirePrivatePlace();
        if (File.Exists(location.Folder) || (Directory.Exists(location.Folder) && Directory.EnumerateFileSystemEntries(location.Folder).Any()))
        {
            throw new VaultException(VaultFault.Exists, $"There is something at {location.Folder} already, and a restore overwrites nothing. Name a folder that is not there yet with --vault, or move the old one away.");
        }

        using var file = OpenFile(path);
        using var reader = new BackupReader(file, passphrase); // a wrong passphrase ends here, before anything is made
        var place = location.At(location.Folder + ".restore");
        VaultFolder.Create(location.At(Path.GetDirectoryName(location.Folder)!)); // not null: RequirePrivatePlace refuses a root
        using var only = VaultFolder.Lock(place.Folder + ".lock"); // two at once would build in one folder
        try
        {
            VaultFolder.Create(place);
            Empty(place);
            Unpack(reader, place);
            var report = Check(place, location, random, time, actor, [ErasureList.PathOf(location), .. erasures], withoutErasures);
            foreach (var each in Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories))
            {
                using var made = new FileStream(each, FileMode.Open, FileAccess.ReadWrite);
                DurableFile.Sync(made.SafeFileHandle);
            }

            DurableFile.SyncFolder(place.Folder);
            if (Directory.Exists(location.Folder))
            {
                Directory.Delete(location.Folder); // empty
            }

            Directory.Move(place.Folder, location.Folder);
            DurableFile.SyncFolder(Path.GetDirectoryName(location.Folder)!); // not null: a folder was just put there
            return report;
        }
        catch
        {
            Remove(place.Folder);
            throw;
        }
        finally
        {
            File.Delete(place.Folder + ".lock");
        }
    }

    internal static AuditHead Write(VaultStore store, string path, Passphrase passphrase, int cost)
    {
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target);
        if (File.Exists(target) || Directory.Exists(target))
        {
            throw new VaultException(VaultFault.Exists, $"There is a file {target} already, and a backup overwrites nothing. Name another one.");
        }

        if (folder is null || !Directory.Exists(folder))
        {
            throw new VaultException(VaultFault.Refused, $"There is no folder {folder} to put a backup into. Make it, or name another one.");
        }

        foreach (var left in Directory.EnumerateFiles(store.Location.Folder, CopyPrefix + "*.tmp"))
        {
            File.Delete(left); // of a run that was cut off
        }

        foreach (var left in Directory.EnumerateFiles(folder, $".{Path.GetFileName(target)}.????????????????.tmp"))
        {
            File.Delete(left); // likewise
        }

        ErasureList.Of(store).Keep(); // from now on a restore that finds none knows that one is missing
        var name = new byte[8];
        store.Random.GetBytes(name);
        var copy = Path.Combine(store.Location.Folder, CopyPrefix + Convert.ToHexStringLower(name) + ".tmp");
        var partial = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(target)}.{Convert.ToHexStringLower(name)}.tmp"));
        AuditHead head;
        try
        {
            store.CopyTo(copy);
            head = store.Audit.Head;
            using (var file = VaultFolder.CreateFile(partial))
            {
                using (var writer = new BackupWriter(file, passphrase, cost, store.Random))
                {
                    var headText = Encoding.UTF8.GetBytes(head.ToString());
                    writer.Write(HeadEntry, new MemoryStream(headText), headText.Length);
                    Add(writer, DatabaseEntry, copy);
                    foreach (var (other, otherPath) in OtherFiles(store.Location))
                    {
                        Add(writer, other, otherPath);
                    }

                    writer.Finish();
                    file.Flush();
                    DurableFile.Sync(file.SafeFileHandle);
                }
            }

            if (File.Exists(target))
            {
                throw new IOException("there is a file of this name by now.");
            }

            // As rename(2). Asked not to overwrite, .NET turns a failed one into a copy under the final name, which a kill would leave half.
            File.Move(partial, target, overwrite: true);
            DurableFile.SyncFolder(folder);
        }
        catch (IOException e)
        {
            throw new VaultException(VaultFault.Disk, $"The backup could not be written to {folder}: {e.Message} There is no backup; the private store is as it was.", e);
        }
        finally
        {
            File.Delete(copy);
            File.Delete(partial);
        }

        using var transaction = store.BeginTransaction();
        store.Audit.Append(AuditVerb.Backup, null);
        transaction.Commit();
        return head;
    }

    /// <summary>What else lies in the store's folder: settings, and what later parts put there. Not SQLite's own files, locks, open sessions and half-made copies.</summary>
    private static IEnumerable<(string Name, string Path)> OtherFiles(VaultLocation location) =>
        Directory.EnumerateFiles(location.Folder, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(location.Folder, path).Replace(Path.DirectorySeparatorChar, '/'), Path: path))
            .Where(file => !file.Name.StartsWith("vault.", StringComparison.Ordinal)
                && !file.Name.EndsWith(".session", StringComparison.Ordinal)
                && !file.Name.EndsWith(".tmp", StringComparison.Ordinal)
                && new FileInfo(file.Path).LinkTarget is null)
            .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static void Add(BackupWriter writer, string name, string path)
    {
        using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        writer.Write(name, content, content.Length);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VaultException(VaultFault.Missing, $"The backup {path} cannot be read: {e.Message} Nothing was changed.", e);
        }
    }

    private static void Unpack(BackupReader reader, VaultLocation place)
    {
        while (reader.TryNext(out var name, out var length))
        {
            if (name == HeadEntry)
            {
                reader.Copy(Stream.Null, length);
                continue;
            }

            var target = PathOf(place, name);
            VaultFolder.Create(place.At(Path.GetDirectoryName(target)!)); // not null: within the place
            using var file = VaultFolder.CreateFile(target);
            reader.Copy(file, length);
        }

        if (!File.Exists(place.Database))
        {
            throw BackupHeader.Unreadable();
        }
    }

    /// <summary>Where an entry goes. The file is authenticated, so this only stops a faulty writer.</summary>
    private static string PathOf(VaultLocation place, string name)
    {
        var parts = name.Split('/');
        return parts.Any(part => part is "" or "." or ".." || part.Contains('\\', StringComparison.Ordinal) || part.Contains(':', StringComparison.Ordinal) || part.Any(char.IsControl))
            ? throw BackupHeader.Unreadable()
            : Path.Combine([place.Folder, .. parts]);
    }

    private static VerifyReport Check(VaultLocation place, VaultLocation target, RandomNumberGenerator random, TimeProvider time, string? actor, IReadOnlyList<string> erasures, bool withoutErasures)
    {
        using var store = VaultStore.Open(place, random, time);
        var report = VaultVerifier.Verify(store, []);
        if (report.Faults.Count > 0)
        {
            throw new VaultException(VaultFault.Damaged, $"The store in this backup is not sound, so it was not put in place: {report.Faults[0]}");
        }

        var lists = ErasureList.Find(store, erasures);
        if (lists.Count == 0 && !withoutErasures)
        {
            throw new VaultException(VaultFault.Missing, "There is no erasure list of this store beside it, so what was erased since the backup would come back. Name the list (FOLDER.erasures, beside the folder of the old store) with --erasures; if nothing was ever erased, or the list is lost, say --without-erasures. Nothing was changed.");
        }

        using (var transaction = store.BeginTransaction())
        {
            foreach (var list in lists)
            {
                new VaultEraser(store, list).Apply();
            }

            store.Audit.Append(AuditVerb.Restore, null, actor);
            transaction.Commit();
        }

        if (lists.Count > 0)
        {
            new VaultEraser(store, lists[0]).Finish();
            var merged = ErasureList.Merge(lists);
            merged.Save(ErasureList.PathOf(target));
        }

        return report with { Head = store.Audit.Head };
    }

    /// <summary>Empties the place of what a restore left that was cut off.</summary>
    private static void Empty(VaultLocation place)
    {
        foreach (var file in Directory.EnumerateFiles(place.Folder))
        {
            File.Delete(file);
        }

        foreach (var folder in Directory.EnumerateDirectories(place.Folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error that led here is the one to report; the next restore empties the folder.
        }
    }
}
