namespace Blog.Vault;

/// <summary>What recognizers found, by post or comment: replaced whole whenever the text or the recognizers change. The rules and the tagger have a table each.</summary>
public sealed class Findings : IDisposable
{
    private readonly VaultStore _store;
    private readonly string _table;
    private readonly Dictionary<string, long> _phrases = new(StringComparer.Ordinal);
    private readonly Statement _hash;
    private readonly Statement _find;
    private readonly Statement _isCurrent;
    private readonly Statement _of;
    private readonly Statement _drop;
    private readonly Statement _dropSet;
    private readonly Statement _renew;
    private readonly Statement _begin;
    private readonly Statement _add;
    private readonly Statement _phrase;
    private readonly Statement _addPhrase;

    /// <summary>Opens one of the two tables.</summary>
    /// <param name="store">The store.</param>
    /// <param name="table">The table: <c>finding</c> for what the rules found, <c>tagger_finding</c> for the tagger; its sets lie in the one of the same name and <c>_set</c>.</param>
    internal Findings(VaultStore store, string table)
    {
        const string HashOfUnit = """
            ifnull((SELECT t.hash FROM comment c JOIN comment_text t ON t.comment_row = c.row WHERE c.handle = ?1),
                (SELECT t.hash FROM post p JOIN post_text t ON t.post_row = p.row WHERE p.handle = ?1))
            """;
        _store = store;
        _table = table;
        var connection = store.Connection;
        _hash = new Statement(connection, "SELECT " + HashOfUnit);
        _find = new Statement(connection, $"SELECT row FROM {table}_set WHERE unit = ?1");
        _isCurrent = new Statement(connection, $"SELECT 1 FROM {table}_set WHERE unit = ?1 AND version = ?2 AND text_hash = " + HashOfUnit);
        _of = new Statement(connection, $"""
            SELECT f.field, f.start, f.length, f.kind, f.score, r.phrase, w.phrase
            FROM {table}_set s JOIN {table} f ON f.set_row = s.row JOIN finding_phrase r ON r.row = f.recognizer JOIN finding_phrase w ON w.row = f.why
            WHERE s.unit = ?1 ORDER BY f.position
            """);
        _drop = new Statement(connection, $"DELETE FROM {table} WHERE set_row = ?1");
        _dropSet = new Statement(connection, $"DELETE FROM {table}_set WHERE row = ?1");
        _renew = new Statement(connection, $"UPDATE {table}_set SET version = ?2, text_hash = ?3 WHERE row = ?1");
        _begin = new Statement(connection, $"INSERT INTO {table}_set (unit, version, text_hash) VALUES (?1, ?2, ?3) RETURNING row");
        _add = new Statement(connection, $"""
            INSERT INTO {table} (set_row, position, field, start, length, kind, score, recognizer, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """);
        _phrase = new Statement(connection, "SELECT row FROM finding_phrase WHERE phrase = ?1");
        _addPhrase = new Statement(connection, "INSERT INTO finding_phrase (phrase) VALUES (?1) RETURNING row");
    }

    /// <summary>Puts the findings of a unit in the place of what was found before. A unit whose words were erased has no findings: nothing is kept then.</summary>
    /// <param name="unit">The post or comment.</param>
    /// <param name="version">Version of the recognizers.</param>
    /// <param name="found">What they found in its text as the store has it now; the order is kept.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Replace(VaultHandle unit, string version, IReadOnlyList<VaultFinding> found)
    {
        _store.RequireTransaction();
        var handle = unit.ToBytes();
        _hash.Bind(1, handle);
        var hash = _hash.Step() && !_hash.IsNull(0) ? _hash.Blob(0).ToArray() : null;
        _hash.Rest();
        var row = _find.Bind(1, handle).Number();
        if (hash is null)
        {
            if (row is { } erased)
            {
                _dropSet.Bind(1, erased).Run();
            }

            return;
        }

        if (row is { } held)
        {
            _drop.Bind(1, held).Run();
            _renew.Bind(1, held).Bind(2, version).Bind(3, hash).Run();
        }
        else
        {
            row = _begin.Bind(1, handle).Bind(2, version).Bind(3, hash).Number();
        }

        for (var position = 0; position < found.Count; position++)
        {
            var finding = found[position];
            _add.Bind(1, row).Bind(2, (long)position).Bind(3, VaultWords.Of(finding.Field)).Bind(4, (long)finding.Start).Bind(5, (long)finding.Length)
                .Bind(6, finding.Kind).Bind(7, finding.Score).Bind(8, RowOf(finding.Recognizer)).Bind(9, RowOf(finding.Why)).Run();
        }
    }

    /// <summary>What was found in a unit last, in the order in which it was given; empty also where nobody looked. <see cref="IsCurrent"/> says whether it still holds.</summary>
    public IReadOnlyList<VaultFinding> Of(VaultHandle unit)
    {
        var list = new List<VaultFinding>();
        _of.Bind(1, unit.ToBytes());
        while (_of.Step())
        {
            list.Add(new VaultFinding(
                VaultWords.Field(_of.Required(0)), (int)_of.Long(1), (int)_of.Long(2), _of.Required(3), _of.Double(4), _of.Required(5), _of.Required(6)));
        }

        return list;
    }

    /// <summary>Whether recognizers of this version have looked at the text that the store has now.</summary>
    public bool IsCurrent(VaultHandle unit, string version) => _isCurrent.Bind(1, unit.ToBytes()).Bind(2, version).Number() is not null;

    /// <summary>Posts, then comments, with words that recognizers of this version have not looked at, in the order in which they came into the store.</summary>
    public IReadOnlyList<VaultHandle> Outdated(string version)
    {
        using var all = new Statement(_store.Connection, $"""
            SELECT handle FROM (
                SELECT 0 AS kind, p.row AS row, p.handle AS handle, t.hash AS hash FROM post p JOIN post_text t ON t.post_row = p.row
                UNION ALL SELECT 1, c.row, c.handle, t.hash FROM comment c JOIN comment_text t ON t.comment_row = c.row) u
            WHERE NOT EXISTS (SELECT 1 FROM {_table}_set s WHERE s.unit = u.handle AND s.version = ?1 AND s.text_hash = u.hash)
            ORDER BY kind, row
            """);
        var units = new List<VaultHandle>();
        all.Bind(1, version);
        while (all.Step())
        {
            units.Add(VaultHandle.Of(all.Blob(0)));
        }

        return units;
    }

    /// <summary>How many texts each thread has that this version has not looked at, by the row of its post; threads without any are left out. In the order of rows.</summary>
    public IReadOnlyList<(long PostRow, int Texts)> OutdatedThreads(string version)
    {
        using var all = new Statement(_store.Connection, $"""
            SELECT post_row, count(*) FROM (
                SELECT p.row AS post_row, p.handle AS handle, t.hash AS hash FROM post p JOIN post_text t ON t.post_row = p.row
                UNION ALL SELECT c.post_row, c.handle, t.hash FROM comment c JOIN comment_text t ON t.comment_row = c.row) u
            WHERE NOT EXISTS (SELECT 1 FROM {_table}_set s WHERE s.unit = u.handle AND s.version = ?1 AND s.text_hash = u.hash)
            GROUP BY post_row ORDER BY post_row
            """);
        var threads = new List<(long PostRow, int Texts)>();
        all.Bind(1, version);
        while (all.Step())
        {
            threads.Add((all.Long(0), (int)all.Long(1)));
        }

        return threads;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _find.Dispose();
        _isCurrent.Dispose();
        _of.Dispose();
        _drop.Dispose();
        _dropSet.Dispose();
        _renew.Dispose();
        _begin.Dispose();
        _add.Dispose();
        _phrase.Dispose();
        _addPhrase.Dispose();
    }

    /// <summary>Forgets which rows phrases have: a batch that was undone takes its phrases along.</summary>
    internal void Forget() => _phrases.Clear();

    private long RowOf(string phrase)
    {
        if (_phrases.TryGetValue(phrase, out var row))
        {
            return row;
        }

        row = _phrase.Bind(1, phrase).Number() ?? _addPhrase.Bind(1, phrase).Number() ?? throw new InvalidOperationException("A phrase was not written.");
        _phrases.Add(phrase, row);
        return row;
    }
}
