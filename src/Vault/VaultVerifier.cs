using System.Globalization;
using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>Checks a store from end to end: the file, its tables, what belongs together, the audit, what was released, the search index, sealed rows.</summary>
public static class VaultVerifier
{
    /// <summary>Checks. The only thing it may write is what the search index still lacks.</summary>
    /// <param name="store">The store, open.</param>
    /// <param name="noted">Heads of the audit that were noted elsewhere; may be empty.</param>
    /// <exception cref="VaultException">The file cannot be read at all.</exception>
    public static VerifyReport Verify(VaultStore store, IReadOnlyList<AuditHead> noted)
    {
        var faults = new List<string>();
        var unknown = new List<string>();
        File(store, faults);
        Schema(store, faults);
        if (faults.Count == 0)
        {
            Texts(store, faults);
            Audit(store, noted, faults, unknown);
            Released(store, faults);
            Search(store, faults);
            Sealed(store, faults, unknown);
        }
        else
        {
            unknown.Add("Texts, audit, releases, search and sealed rows were not checked, since the file itself is not sound.");
        }

        unknown.Add("Whether somebody who knows how changed a text together with its hash: texts are not signed, since the key would lie beside them.");
        return new VerifyReport(faults, unknown, store.Audit.Head);
    }

    private static void File(VaultStore store, List<string> faults)
    {
        using (var check = new Statement(store.Connection, "PRAGMA integrity_check(100)"))
        {
            var bad = 0;
            while (check.Step())
            {
                bad += check.Text(0) == "ok" ? 0 : 1; // the messages are left out: some quote a value
            }

            Add(faults, bad, "The file is damaged: SQLite names {0} places (at most 100). Bring back a copy from before.");
        }

        using var keys = new Statement(store.Connection, "PRAGMA foreign_key_check");
        var rows = 0L;
        while (keys.Step())
        {
            rows++;
        }

        Add(faults, rows, "{0} rows name other rows that are not there. Another tool has changed the store: bring back a copy from before.");
    }

    private static void Schema(VaultStore store, List<string> faults)
    {
        if (!VaultSchema.IsAsMade(store.Connection))
        {
            faults.Add("The tables are not as this program makes them. Another tool has changed them: bring back a copy from before.");
        }
    }

    private static void Texts(VaultStore store, List<string> faults) =>
        Add(faults, TextIntegrity.Count(store.Connection), "{0} posts or comments are not as they came: a text, a name or a time in them was changed by another tool or by a failing disk. Bring back a copy from before, or import their source again.");

    private static void Audit(VaultStore store, IReadOnlyList<AuditHead> noted, List<string> faults, List<string> unknown)
    {
        List<AuditHead> heads = [.. noted];
        if (store.Sealed.IsUnlocked)
        {
            if (store.Sealed.TryGetHead(out var head))
            {
                heads.Add(head);
            }
            else
            {
                faults.Add("The sealed head of the audit is missing or does not open: it was changed or taken away.");
            }
        }

        if (AuditChain.FirstFault(store.Connection, heads) is { } fault)
        {
            faults.Add(fault + " Bring back a copy from before, and find out who had access to the file.");
        }

        if (noted.Count == 0)
        {
            unknown.Add("Whether entries at the end of the audit were taken away, or the whole of it made anew, by somebody who knows how it is made" +
                (store.Sealed.IsUnlocked ? ", since it was last written while it was unlocked: " : ": ") + "only a head that was noted elsewhere shows that (--head).");
        }

        Add(
            faults,
            Count(store, "SELECT count(*) FROM decision d WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = d.handle AND a.verb IN ('decision', 'decision-adopted'))"),
            "{0} decisions have no entry in the audit: they were put there by another tool. Look at them with \"redact show\".");
        Add(
            faults,
            Count(store, "SELECT count(*) FROM audit a WHERE a.verb IN ('decision', 'decision-adopted') AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.handle = a.subject)"),
            "{0} decisions stand in the audit but not in the store: they were taken away, and what they hid may be published. Bring back a copy from before.");
        Add(faults, store.Decisions.CountChanged(), "{0} decisions are not as they were made: another tool or a failing disk changed them, and what they hid may be published. Bring back a copy from before.");
        Add(
            faults,
            Count(store, "SELECT count(*) FROM release_run r WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = r.handle AND a.verb = 'release')"),
            "{0} releases have no entry in the audit.");
        Add(
            faults,
            Count(store, "SELECT count(*) FROM request r WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = r.handle AND a.verb = 'request')"),
            "{0} requests have no entry in the audit: they were put there by another tool. Look at them with \"takedown request list\".");
        Add(
            faults,
            Count(store, "SELECT count(*) FROM audit a WHERE a.verb = 'request' AND NOT EXISTS (SELECT 1 FROM request r WHERE r.handle = a.subject)"),
            "{0} requests stand in the audit but not in the store: they were taken away, and a clock that the law sets may be running. Bring back a copy from before.");
    }

    private static void Released(VaultStore store, List<string> faults)
    {
        using var files = new Statement(store.Connection, "SELECT f.sha256, t.deflated FROM released_file f LEFT JOIN released_text t ON t.path = f.path");
        var (hashes, texts) = (0L, 0L);
        while (files.Step())
        {
            hashes += files.Blob(0).Length == SHA256.HashSizeInBytes ? 0 : 1;
            if (!files.IsNull(1))
            {
                var bytes = DeflatedBytes.Inflate(files.Blob(1).ToArray());
                texts += bytes is not null && files.Blob(0).SequenceEqual(SHA256.HashData(bytes)) ? 0 : 1;
            }
        }

        Add(faults, hashes, "{0} released files have no proper hash.");
        Add(faults, texts, "The kept bytes of {0} released files are not those that were written, so hand edits of them cannot be merged.");
    }

    private static void Search(VaultStore store, List<string> faults)
    {
        store.CatchUpSearch();
        if (!store.IsSearchSound())
        {
            faults.Add("The search index does not agree with the texts. Make it anew with \"vault verify --mend-search\"; the texts are not touched by that.");
        }
    }

    private static void Sealed(VaultStore store, List<string> faults, List<string> unknown)
    {
        if (store.Sealed.Damaged() is { } damaged)
        {
            Add(faults, damaged, "{0} sealed rows do not open: they were changed or put in another's place. Bring back a copy from before.");
        }
        else if (store.Sealed.IsSetUp)
        {
            unknown.Add("Whether the sealed rows open: they are locked. Run \"vault unlock\" and check again.");
        }
    }

    private static long Count(VaultStore store, string sql)
    {
        using var count = new Statement(store.Connection, sql);
        return count.Number() ?? 0;
    }

    private static void Add(List<string> faults, long count, string sentence)
    {
        if (count > 0)
        {
            faults.Add(sentence.Replace("{0}", count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }
}
