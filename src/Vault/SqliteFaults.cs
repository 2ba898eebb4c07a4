using System.Globalization;
using SQLitePCL;

namespace Blog.Vault;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) as faults with a message. SQLite's own messages are left out: they may quote what is in the store.</summary>
internal static class SqliteFaults
{
    /// <summary>Throws unless the code says that all is well.</summary>
    public static void Check(sqlite3 database, int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        throw From(raw.sqlite3_extended_errcode(database), raw.sqlite3_db_filename(database, "main").utf8_to_string() ?? "(in memory)", inner: null);
    }

    /// <summary>The fault of an extended result code.</summary>
    public static VaultException From(int extendedCode, string path, Exception? inner)
    {
        var code = extendedCode.ToString(CultureInfo.InvariantCulture);
        var (fault, message) = (extendedCode & 0xff) switch
        {
            raw.SQLITE_FULL => (VaultFault.Disk, $"The disk is full, so nothing was changed in the private store {path}. Make room, then run this again."),
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                (VaultFault.Disk, $"The disk refused to read or write the private store {path} (SQLite code {code}); what was kept before is as it was. Check the disk and the folder's rights, then run this again."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (VaultFault.Locked, $"Another program is using the private store {path}. Close it, then run this again."),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                (VaultFault.Damaged, $"{path} cannot be read as a private store: it is damaged, or another kind of file. Keep it, and bring back a copy from before."),
            raw.SQLITE_NOMEM => (VaultFault.Disk, $"The machine is out of memory, so nothing was changed in the private store {path}. Close other programs, then run this again."),
            _ => (VaultFault.Damaged, $"The private store {path} refused a step (SQLite code {code}); nothing was changed. This is a fault of the program: please report the code."),
        };
        return inner is null ? new VaultException(fault, message) : new VaultException(fault, message, inner);
    }
}
