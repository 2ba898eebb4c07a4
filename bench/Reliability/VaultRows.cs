using System.Globalization;
using Blog.Vault;

namespace Blog.Bench.Reliability;

/// <summary>Everything a private store holds, as text: rows by table, so that two stores can be compared.</summary>
internal sealed class VaultRows
{
    /// <summary>Tables that say when the program ran: a run that was cut off stands there too, so they may only grow.</summary>
    private static readonly HashSet<string> Journals = new(StringComparer.Ordinal) { "audit", "import_run", "release_run", "release_run_file" };

    /// <summary>What follows from them: the head of the audit's chain, and the number of the run that wrote a file.</summary>
    private static readonly HashSet<string> OfJournals = new(StringComparer.Ordinal) { "audit_head.seq", "audit_head.hash", "released_file.run_row" };

    private readonly SortedDictionary<string, (IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)> _tables = new(StringComparer.Ordinal);

    private VaultRows()
    {
    }

    /// <summary>What SQLite finds wrong with the store; empty when it is whole.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Reads an open store.</summary>
    public static VaultRows Read(VaultStore store)
    {
        var rows = new VaultRows { Faults = Check(store) };
        foreach (var table in Names(store))
        {
            var columns = Columns(store, table);
            using var all = new Statement(store.Connection, $"SELECT {string.Join(", ", columns.Select(column => $"quote(\"{column}\")"))} FROM \"{table}\"");
            var list = new List<string[]>();
            while (all.Step())
            {
                list.Add([.. Enumerable.Range(0, columns.Count).Select(all.Required)]);
            }

            rows._tables.Add(table, (columns, list));
        }

        return rows;
    }

    /// <summary>Columns that differ between two undisturbed runs from the same state: random names, clock times. They are left out of every comparison.</summary>
    public static IReadOnlySet<string> Changing(VaultRows one, VaultRows other)
    {
        var changing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (table, (columns, rows)) in one._tables)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var (i, others) = (column, other._tables[table].Rows);
                if (!rows.Select(row => row[i]).Order(StringComparer.Ordinal).SequenceEqual(others.Select(row => row[i]).Order(StringComparer.Ordinal), StringComparer.Ordinal))
                {
                    changing.Add($"{table}.{columns[column]}");
                }
            }
        }

        return changing;
    }

    /// <summary>Every row with how often it is there, without the columns named, and without the journals.</summary>
    public SortedDictionary<string, int> Counted(IReadOnlySet<string> without)
    {
        var counted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (table, (columns, rows)) in _tables.Where(table => !Journals.Contains(table.Key)))
        {
            var kept = Enumerable.Range(0, columns.Count).Where(column => !without.Contains($"{table}.{columns[column]}") && !OfJournals.Contains($"{table}.{columns[column]}")).ToList();
            foreach (var row in rows)
            {
                var text = $"{table}: {string.Join(" | ", kept.Select(column => row[column]))}";
                counted[text] = counted.GetValueOrDefault(text) + 1;
            }
        }

        return counted;
    }

    /// <summary>Rows of journals, whole, that an earlier state has and this one has not; the end of a run that goes on being written down does not count.</summary>
    public int JournalRowsLost(VaultRows earlier)
    {
        var lost = 0;
        foreach (var table in Journals)
        {
            var now = _tables[table].Rows.Select(row => string.Join('|', row)).ToHashSet(StringComparer.Ordinal);
            lost += earlier._tables[table].Rows.Count(row => !now.Contains(string.Join('|', row)));
        }

        return lost;
    }

    private static List<string> Names(VaultStore store)
    {
        // FTS5's own tables are left out: they follow from the others, and their bytes differ with the order of writing.
        using var list = new Statement(store.Connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
        return Words(list, 0);
    }

    private static List<string> Columns(VaultStore store, string table)
    {
        using var list = new Statement(store.Connection, $"PRAGMA table_info(\"{table}\")");
        return Words(list, 1);
    }

    private static List<string> Check(VaultStore store)
    {
        using var integrity = new Statement(store.Connection, "PRAGMA integrity_check");
        var faults = Words(integrity, 0);
        faults.RemoveAll(fault => fault == "ok");
        using var keys = new Statement(store.Connection, "PRAGMA foreign_key_check");
        faults.AddRange(Words(keys, 0).Select(table => string.Create(CultureInfo.InvariantCulture, $"a row of {table} names one that is missing")));
        if (AuditChain.FirstFault(store.Connection, []) is { } broken)
        {
            faults.Add("the audit's chain: " + broken);
        }

        return faults;
    }

    private static List<string> Words(Statement statement, int column)
    {
        var words = new List<string>();
        while (statement.Step())
        {
            words.Add(statement.Required(column));
        }

        return words;
    }
}
