using System.Globalization;
using System.Security.Cryptography;
using Blog.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Blog.Vault;

/// <summary>Brings a database to the newest shape by numbered migrations, and refuses one that is not what they make.</summary>
internal static class VaultSchema
{
    /// <summary>"SubR" in SQLite's application_id, by which <c>file</c> and we know our own.</summary>
    public const long ApplicationId = 0x53756252;

    /// <summary>The migrations in order; a change of the schema is a new file, never a changed one.</summary>
    private static readonly IReadOnlyList<string> Migrations = ["Migrations.0001.sql", "Migrations.0002.sql", "Migrations.0003.sql", "Migrations.0004.sql", "Migrations.0005.sql", "Migrations.0006.sql", "Migrations.0007.sql", "Migrations.0008.sql", "Migrations.0009.sql", "Migrations.0010.sql", "Migrations.0011.sql", "Migrations.0012.sql", "Migrations.0013.sql"];

    /// <summary>The version that brought the audit.</summary>
    private const int AuditVersion = 3;

    /// <summary>The version that brought the hashes of decisions.</summary>
    private const int DecisionHashVersion = 7;

    /// <summary>Version of the newest schema.</summary>
    public static int Newest => Migrations.Count;

    /// <summary>Whether nothing was ever put into the database: what a creation leaves that was killed.</summary>
    public static bool IsEmpty(SqliteConnection connection) =>
        Pragma(connection, "application_id") == 0 && Pragma(connection, "user_version") == 0 && Describe(connection).Count == 0;

    /// <summary>Makes the newest schema in an empty database, with its keys, in one transaction.</summary>
    public static void Create(SqliteConnection connection, RandomNumberGenerator random, TimeProvider time)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        for (var version = 1; version <= Newest; version++)
        {
            Apply(connection, version);
        }

        Span<byte> key = stackalloc byte[VaultKey.Length];
        random.GetBytes(key);
        using (var insert = new Statement(connection, "INSERT INTO secret (name, value) VALUES (?1, ?2)"))
        {
            insert.Bind(1, VaultKey.Name).Bind(2, key).Run();
        }

        CryptographicOperations.ZeroMemory(key);
        Fill(connection, from: 0, random, time);
        Execute(connection, "COMMIT");
    }

    /// <summary>Refuses what is no store of ours, what is newer than the program, and what was altered; then applies what is missing, each in its transaction.</summary>
    /// <exception cref="VaultException">The database is refused; nothing in it was changed.</exception>
    public static void Migrate(SqliteConnection connection, string path, RandomNumberGenerator random, TimeProvider time)
    {
        var version = Pragma(connection, "user_version");
        if (Pragma(connection, "application_id") != ApplicationId || version < 1)
        {
            throw new VaultException(VaultFault.Damaged, $"{path} is a database, but not a private store of this program. Name the right folder with --vault; this file was left as it is.");
        }

        if (version > Newest)
        {
            throw new VaultException(VaultFault.Newer, string.Create(CultureInfo.InvariantCulture, $"The private store {path} was made by a newer version of this program (its schema is {version}, this one knows {Newest}). Use the newer program; this one would damage it."));
        }

        if (!IsAsMade(connection, (int)version))
        {
            throw new VaultException(VaultFault.Damaged, $"The tables of the private store {path} are not as this program made them. Another tool has changed them: bring back a copy from before, or ask for help with a copy of the file, which is private.");
        }

        for (var next = (int)version + 1; next <= Newest; next++)
        {
            Execute(connection, "BEGIN IMMEDIATE");
            Apply(connection, next);
            Fill(connection, next - 1, random, time);
            Execute(connection, "COMMIT");
        }
    }

    /// <summary>Whether the tables are, word for word, what the migrations make.</summary>
    public static bool IsAsMade(SqliteConnection connection) => IsAsMade(connection, Newest);

    /// <summary>Runs SQL that comes from constants of this program; rows, if any, are passed over.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        var database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteFaults.Check(database, raw.sqlite3_exec(database, sql));
    }

    /// <summary>A pragma's value as a number.</summary>
    public static long Pragma(SqliteConnection connection, string name)
    {
        using var statement = new Statement(connection, "PRAGMA " + name);
        return statement.Number() ?? 0;
    }

    private static bool IsAsMade(SqliteConnection connection, int version) => Describe(connection).SequenceEqual(Expected(version), StringComparer.Ordinal);

    private static void Apply(SqliteConnection connection, int version)
    {
        Execute(connection, EmbeddedText.Read("Vault." + Migrations[version - 1]));
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
    }

    /// <summary>What a migration needs that SQL cannot make, in its transaction.</summary>
    /// <param name="connection">The database, at a version after <paramref name="from"/>.</param>
    /// <param name="from">The version it was at.</param>
    /// <param name="random">Where the pen name comes from.</param>
    /// <param name="time">The clock.</param>
    private static void Fill(SqliteConnection connection, int from, RandomNumberGenerator random, TimeProvider time)
    {
        var version = Pragma(connection, "user_version");
        if (from < AuditVersion && version >= AuditVersion)
        {
            FillAudit(connection, random, time);
        }

        if (from < DecisionHashVersion && version >= DecisionHashVersion)
        {
            Decisions.FillHashes(connection);
        }
    }

    /// <summary>The pen name, and entries of the audit for decisions that are older than it.</summary>
    private static void FillAudit(SqliteConnection connection, RandomNumberGenerator random, TimeProvider time)
    {
        using (var setting = new Statement(connection, "INSERT INTO setting (name, value) VALUES ('actor', ?1)"))
        {
            setting.Bind(1, PenNames.Make(random)).Run();
        }

        using var decisions = new Statement(connection, "SELECT actor, handle FROM decision ORDER BY row");
        while (decisions.Step())
        {
            AuditChain.Append(connection, time.GetUtcNow().UtcTicks, decisions.Required(0), VaultWords.Of(AuditVerb.DecisionAdopted), VaultHandle.Of(decisions.Blob(1)));
        }
    }

    private static List<string> Expected(int version)
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        for (var each = 1; each <= version; each++)
        {
            Apply(connection, each);
        }

        return Describe(connection);
    }

    /// <summary>Every table, index, trigger and view as SQLite keeps it; SQLite's own (sqlite_…) and the inner tables of its full-text search left out.</summary>
    private static List<string> Describe(SqliteConnection connection)
    {
        using var statement = new Statement(connection, """
            SELECT type, name, sql FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
            ORDER BY type, name
            """);
        var items = new List<string>();
        while (statement.Step())
        {
            items.Add($"{statement.Text(0)} {statement.Text(1)} {statement.Text(2)}");
        }

        return items;
    }
}
