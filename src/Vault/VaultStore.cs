using System.Security.Cryptography;
using Blog.Model;
using Blog.Source;
using Blog.Vault.Guests;
using Blog.Vault.Keys;
using Blog.Vault.Sharing;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>
/// The private store, open: one SQLite file in the owner's folder, held by one process at a time. Reading for a release, keys, and the
/// tables a release writes; imports go through <see cref="VaultImporter"/>. Not for several threads.
/// </summary>
public sealed class VaultStore : IDisposable
{
    private readonly FileStream _lock;
    private readonly VaultKey _key;
    private readonly VaultReader _reader;
    private readonly VaultSearch _search;
    private bool _inTransaction;
    private bool _unfolded;

    private VaultStore(VaultLocation location, FileStream @lock, SqliteConnection connection, RandomNumberGenerator random, TimeProvider time)
    {
        Location = location;
        _lock = @lock;
        Connection = connection;
        Random = random;
        Time = time;
        using (var secret = new Statement(connection, "SELECT value FROM secret WHERE name = ?1"))
        {
            secret.Bind(1, VaultKey.Name);
            _key = new VaultKey(secret.Step() ? secret.Blob(0) : []);
        }

        _reader = new VaultReader(connection);
        Released = new ReleasedFiles(this);
        Pseudonyms = new Pseudonyms(this);
        PublicIds = new PublicIds(this);
        GivenNumbers = new GivenNumbers(this);
        Audit = new AuditLog(this);
        Decisions = new Decisions(this);
        Findings = new Findings(this, "finding");
        TaggerFindings = new Findings(this, "tagger_finding");
        Tagger = new TaggerSettings(this);
        RefusedAbbreviations = new RefusedAbbreviations(this);
        Sources = new Sources(this);
        Sealed = new SealedItems(this);
        _search = new VaultSearch(this);
        Actor = Setting("actor") ?? throw new VaultException(VaultFault.Damaged, "The private store has lost the pen name of its audit. Bring back a copy from before.");
        Secrets = new ReleaseSecrets(this);
        Waivers = new WaiverTable(this);
        Pictures = new Pictures(this);
        Copies = new KnownCopies(this);
        Keys = new KeyRing(this);
        Roles = new Roles(this);
        Packets = new Packets(this);
        Confirmations = new Confirmations(this);
        Requests = new RequestTable(this);
        Submissions = new SubmissionTable(this);
        Guests = new GuestTable(this);
    }

    /// <summary>Pen name of who works on the store, for the audit; set it to have another one for as long as it is open.</summary>
    public string Actor { get; set; }

    /// <summary>What was written into <c>input/</c> last.</summary>
    public ReleasedFiles Released { get; }

    /// <summary>Pseudonyms given so far.</summary>
    public Pseudonyms Pseudonyms { get; }

    /// <summary>Public ids of posts and comments, kept and fresh.</summary>
    public PublicIds PublicIds { get; }

    /// <summary>Numbers that releases gave to comments.</summary>
    public GivenNumbers GivenNumbers { get; }

    /// <summary>What moderators decided.</summary>
    public Decisions Decisions { get; }

    /// <summary>What recognizers found.</summary>
    public Findings Findings { get; }

    /// <summary>What the trained tagger found.</summary>
    public Findings TaggerFindings { get; }

    /// <summary>How the tagger is used in this store, and what it learned here.</summary>
    public TaggerSettings Tagger { get; }

    /// <summary>Abbreviations that are not to be proposed to the glossary again.</summary>
    public RefusedAbbreviations RefusedAbbreviations { get; }

    /// <summary>The archives it was filled from.</summary>
    public Sources Sources { get; }

    /// <summary>Rows that are encrypted under a passphrase.</summary>
    public SealedItems Sealed { get; }

    /// <summary>Who did what, and when.</summary>
    public AuditLog Audit { get; }

    /// <summary>Permissions for the gate.</summary>
    public WaiverTable Waivers { get; }

    /// <summary>What releases took out.</summary>
    public ReleaseSecrets Secrets { get; }

    /// <summary>Copies of the archive outside the store.</summary>
    public KnownCopies Copies { get; }

    /// <summary>Requests for takedown and erasure.</summary>
    public RequestTable Requests { get; }

    /// <summary>What people sent through the site.</summary>
    public SubmissionTable Submissions { get; }

    /// <summary>Guests' texts.</summary>
    public GuestTable Guests { get; }

    /// <summary>One's own keys, and those of people who were accepted.</summary>
    public KeyRing Keys { get; }

    /// <summary>Who may do what.</summary>
    public Roles Roles { get; }

    /// <summary>Packets that were handed out.</summary>
    public Packets Packets { get; }

    /// <summary>What a second person confirms.</summary>
    public Confirmations Confirmations { get; }

    /// <summary>Where it lies.</summary>
    public VaultLocation Location { get; }

    /// <summary>Pictures as they were taken in.</summary>
    public Pictures Pictures { get; }

    /// <summary>The open database.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>Where handles and keys come from.</summary>
    internal RandomNumberGenerator Random { get; }

    /// <summary>The clock of runs and releases.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Whether a store was begun at this place; whether it is whole shows when it is opened.</summary>
    public static bool Exists(VaultLocation location) => File.Exists(location.Database) && new FileInfo(location.Database).Length > 0;

    /// <summary>Makes a new store, with its key.</summary>
    /// <exception cref="VaultException">The place is refused, there is a store already, or the disk refused.</exception>
    public static VaultStore Create(VaultLocation location, RandomNumberGenerator random, TimeProvider time) =>
        Open(location, random, time, create: true, mayExist: false);

    /// <summary>Opens a store and brings it to the newest schema.</summary>
    /// <exception cref="VaultException">There is none, the place is refused, another process has it, or it is newer or damaged.</exception>
    public static VaultStore Open(VaultLocation location, RandomNumberGenerator random, TimeProvider time) =>
        Open(location, random, time, create: false, mayExist: true);

    /// <summary>Opens a store, or makes it where there is none.</summary>
    /// <exception cref="VaultException">As <see cref="Open(VaultLocation, RandomNumberGenerator, TimeProvider)"/>, except that it may be missing.</exception>
    public static VaultStore OpenOrCreate(VaultLocation location, RandomNumberGenerator random, TimeProvider time) =>
        Open(location, random, time, create: true, mayExist: true);

    /// <summary>A random name for something new.</summary>
    internal VaultHandle NewHandle() => VaultHandle.Of(new HandleSource(Random).Next());

    /// <summary>A key for one purpose, 32 bytes, the same whenever it is asked for; the vault's own key never leaves it.</summary>
    public byte[] DeriveKey(string purpose) => _key.Derive(purpose);

    /// <summary>Every post and page, of every visibility, by date (without one: last), then by source and position. The caller filters.</summary>
    /// <remarks>Texts are read one by one while it is walked through, so that memory does not follow the archive; writing in between is allowed.</remarks>
    public IEnumerable<VaultPost> Posts() => _reader.Posts();

    /// <summary>Every comment of a post, of every visibility and state, by its position in the source.</summary>
    public IReadOnlyList<VaultComment> Comments(long postRow) => _reader.Comments(postRow);

    /// <summary>One comment, by its row.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public VaultComment Comment(long row) => _reader.Comment(row);

    /// <summary>One post, by its row.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public VaultPost Post(long row) => _reader.Post(row);

    /// <summary>Every post and comment by its names, in no order that counts.</summary>
    public IReadOnlyList<VaultUnit> Units() => _reader.Units();

    /// <summary>Rows of the posts that a writer wrote or commented on, the latest first.</summary>
    /// <param name="identity">The writer's identity.</param>
    public IReadOnlyList<long> PostsOf(string identity) => _reader.PostsOf(identity);

    /// <summary>Every writer, by row.</summary>
    public IReadOnlyList<VaultPerson> People() => _reader.People();

    /// <summary>How much is in the store.</summary>
    public VaultCounts Stats() => _reader.Stats();

    /// <summary>Posts and comments in which all of the words stand, whatever case and accents they are written in; the best first.</summary>
    /// <param name="query">Words, <c>"phrases"</c>, beginnings of words with a star (<c>prob*</c>, at least three letters). Nothing else has a meaning, and nothing is an error. At most 1,000 characters and 32 words are looked at.</param>
    /// <param name="limit">Most hits.</param>
    /// <remarks>The first search after an import takes the new texts into the index, which takes as long as it takes; in an open transaction it becomes part of it.</remarks>
    public IReadOnlyList<SearchHit> Search(string query, int limit) => _search.Find(query, limit);

    /// <summary>Takes texts that came since into the search index, so that the next search need not.</summary>
    public void CatchUpSearch() => _search.CatchUp();

    /// <summary>Makes the search index anew from the texts, where a check found that the two disagree.</summary>
    public void RebuildSearch() => _search.Rebuild();

    /// <summary>Begins a batch of writes; every write of a release stands in one.</summary>
    public VaultTransaction BeginTransaction()
    {
        if (_inTransaction)
        {
            throw new InvalidOperationException("A transaction is open already.");
        }

        var transaction = new VaultTransaction(this);
        _inTransaction = true;
        return transaction;
    }

    /// <summary>Closes the store: SQLite's log is folded into the file, then the lock goes.</summary>
    /// <exception cref="VaultException">The disk refused the folding. Everything committed is safe in the log; but SQLite, left to fold at closing, would say nothing of a disk that fails.</exception>
    public void Dispose()
    {
        Released.Dispose();
        Pseudonyms.Dispose();
        PublicIds.Dispose();
        GivenNumbers.Dispose();
        Decisions.Dispose();
        Findings.Dispose();
        TaggerFindings.Dispose();
        Sealed.Dispose();
        _search.Dispose();
        Secrets.Dispose();
        _reader.Dispose();
        try
        {
            if (_unfolded)
            {
                EmptyLog();
            }
        }
        finally
        {
            Connection.Dispose();
            _lock.Dispose();
        }
    }

    internal void Execute(string sql) => VaultSchema.Execute(Connection, sql);

    internal bool IsSearchSound() => _search.IsSound();

    internal bool IsInTransaction => _inTransaction;

    internal void EndTransaction() => _inTransaction = false;

    /// <summary>Told by a transaction that was kept: the log holds more than the file.</summary>
    internal void Kept() => _unfolded = true;

    /// <summary>Undoes the open transaction. After some errors (full disk, I/O) SQLite has done so itself.</summary>
    internal void RollBack()
    {
        Findings.Forget();
        TaggerFindings.Forget();
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    /// <summary>Requires a transaction, so that no write of a release stands alone.</summary>
    internal void RequireTransaction()
    {
        if (!_inTransaction)
        {
            throw new InvalidOperationException("Writes to the vault stand in a transaction.");
        }
    }

    /// <summary>Writes a copy of the database as it is after the last transaction into a new file of the store's own folder (sqlite.org/lang_vacuum.html: INTO reads every page and leaves the store alone).</summary>
    internal void CopyTo(string path)
    {
        VaultFolder.CreateFile(path).Dispose(); // with its rights before anything is in it
        using var copy = new Statement(Connection, "VACUUM INTO ?1");
        copy.Bind(1, path).Run();
    }

    /// <summary>Folds SQLite's log into the file and empties it: a large import would otherwise leave a log as large as itself.</summary>
    internal void EmptyLog()
    {
        using var checkpoint = new Statement(Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        checkpoint.Number();
        _unfolded = false;
    }

    /// <summary>Row of the last decision that <c>input/</c> follows; 0 before the first release of everything.</summary>
    public long ReleasedDecisions => Setting("released-decisions") is { } row ? long.Parse(row, System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Remembers that <c>input/</c> follows all decisions up to a row.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void KeepReleasedDecisions(long row)
    {
        KeepSetting("released-decisions", row.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Says a small fact about the store.</summary>
    internal void KeepSetting(string name, string value)
    {
        RequireTransaction();
        using var keep = new Statement(Connection, "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        keep.Bind(1, name).Bind(2, value).Run();
    }

    /// <summary>A small fact about the store; null where it was never said.</summary>
    internal string? Setting(string name)
    {
        using var setting = new Statement(Connection, "SELECT value FROM setting WHERE name = ?1");
        return setting.Bind(1, name).Word();
    }

    private static VaultStore Open(VaultLocation location, RandomNumberGenerator random, TimeProvider time, bool create, bool mayExist)
    {
        location.RequirePrivatePlace();
        if (!create && !Exists(location))
        {
            throw Missing(location);
        }

        FileStream? held = null;
        SqliteConnection? connection = null;
        try
        {
            if (create)
            {
                VaultFolder.Create(location);
            }

            VaultFolder.RequireOwnerOnly(location);
            held = VaultFolder.Lock(location);
            if (create && !Exists(location))
            {
                VaultFolder.CreateDatabase(location);
            }

            connection = Connect(location);
            if (VaultSchema.IsEmpty(connection))
            {
                if (!create)
                {
                    throw Missing(location);
                }

                VaultSchema.Create(connection, random, time);
            }
            else if (!mayExist)
            {
                throw new VaultException(VaultFault.Exists, $"There is a private store already: {location.Folder}. It was left as it is; use it, or name another folder with --vault.");
            }

            VaultSchema.Migrate(connection, location.Database, random, time);
            DurableFile.SyncFolder(location.Folder); // SQLite's log is there by now, and SQLite itself passes over an error of this call
            var store = new VaultStore(location, held, connection, random, time);
            held = null;
            connection = null;
            return store;
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.From(e.SqliteExtendedErrorCode, location.Database, e); // from opening the file
        }
        finally
        {
            connection?.Dispose();
            held?.Dispose();
        }
    }

    private static SqliteConnection Connect(VaultLocation location)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = location.Database,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false, // a pooled connection would keep the file open after Dispose
        }.ConnectionString);
        try
        {
            connection.Open();

            // secure_delete and the like hold for a connection, not for the file: they are set at every opening. Temporary tables
            // and sorts stay in memory: SQLite would put them into a shared temporary folder. On macOS only
            // fullfsync reaches the disk itself.
            VaultSchema.Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF");
            VaultSchema.Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA cache_size = -24576");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static VaultException Missing(VaultLocation location)
    {
        var others = location.StoresOfTheSameName();
        var hint = others.Count == 0 ? string.Empty : $" If the blog folder was moved, its store may be {string.Join(" or ", others)}: name it with --vault, or rename it to {location.Folder}.";
        return new VaultException(VaultFault.Missing, $"There is no private store at {location.Folder}. \"init\" or \"import\" makes one.{hint}");
    }
}
