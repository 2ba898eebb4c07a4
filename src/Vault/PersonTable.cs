using Blog.Import;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>Writers as shown: finds the row of one, or adds it.</summary>
internal sealed class PersonTable : IDisposable
{
    /// <summary>People kept at hand; a thread has few, an archive any number.</summary>
    private const int KeptPeople = 4096;

    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Dictionary<(string?, string?, string?), long> _kept = [];
    private long _lastRow;

    public PersonTable(SqliteConnection connection)
    {
        _find = new Statement(connection, """
            SELECT row FROM person WHERE ifnull(name, '') = ifnull(?1, '') AND ifnull(profile_url, '') = ifnull(?2, '') AND ifnull(identity, '') = ifnull(?3, '')
            """);
        _insert = new Statement(connection, "INSERT INTO person (row, name, profile_url, identity) VALUES (?4, ?1, ?2, ?3)");
        using var last = new Statement(connection, "SELECT max(row) FROM person");
        _lastRow = last.Number() ?? 0;
    }

    /// <summary>Row of a writer; null where the source names none.</summary>
    public long? RowOf(ImportedAuthor? author)
    {
        if (author is null)
        {
            return null;
        }

        var shown = (NullIfBlank(author.Name), NullIfBlank(author.ProfileUrl), CommenterIdentity.Of(author));
        if (_kept.TryGetValue(shown, out var row))
        {
            return row;
        }

        var found = Bind(_find, shown).Number();
        if (found is null)
        {
            found = ++_lastRow;
            Bind(_insert, shown).Bind(4, found.Value).Run();
        }

        if (_kept.Count == KeptPeople)
        {
            _kept.Clear();
        }

        _kept.Add(shown, found.Value);
        return found;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    private static Statement Bind(Statement statement, (string? Name, string? Url, string? Identity) shown) =>
        statement.Bind(1, shown.Name).Bind(2, shown.Url).Bind(3, shown.Identity);

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
