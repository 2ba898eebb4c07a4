using Blog.Import;
using Blog.Source;

namespace Blog.Vault;

/// <summary>
/// Erases posts and comments from an open store: their words in every table, what was found and decided about them, writers of whom nothing is left, pictures that only they showed. The rows that
/// keep a thread together stay, and the audit says that something was erased, by random handle.
/// </summary>
/// <remarks>SQLite overwrites what it deletes (<c>secure_delete</c>, also FTS5's); <see cref="Finish"/> then writes the file anew and empties the log, so that no old page is left in either.</remarks>
public sealed class VaultEraser
{
    private const string Begun = "erasure-begun";

    private readonly VaultStore _store;
    private readonly ErasureList _list;
    private readonly ErasureMask _mask;

    /// <summary>Prepares.</summary>
    /// <param name="store">The store, open.</param>
    /// <param name="list">The erasure list, which must be on the disk before anything is erased.</param>
    public VaultEraser(VaultStore store, ErasureList list)
    {
        _store = store;
        _list = list;
        _mask = new ErasureMask(list);
    }

    /// <summary>What makes an entry itself in its archive, for the list.</summary>
    /// <param name="unit">A post or comment.</param>
    public (string Format, string Key, string Kind, string Id, string PostId) EntryOf(VaultUnit unit)
    {
        using var entry = new Statement(_store.Connection, unit.CommentRow is null
            ? "SELECT s.format, s.key, p.source_id, p.source_id FROM post p JOIN source s ON s.row = p.source_row WHERE p.row = ?1"
            : "SELECT s.format, s.key, c.key, p.source_id FROM comment c JOIN source s ON s.row = c.source_row JOIN post p ON p.row = ifnull(c.home_row, c.post_row) WHERE c.row = ?1");
        entry.Bind(1, unit.CommentRow ?? unit.PostRow).Step();
        var found = (entry.Required(0), entry.Required(1), unit.CommentRow is null ? "post" : "comment", entry.Required(2), entry.Required(3));
        entry.Rest();
        return found;
    }

    /// <summary>Whether the words of a post or comment are still in the store.</summary>
    public bool HasWords(VaultUnit unit)
    {
        using var words = new Statement(_store.Connection, unit.CommentRow is null ? "SELECT 1 FROM post_text WHERE post_row = ?1" : "SELECT 1 FROM comment_text WHERE comment_row = ?1");
        return words.Bind(1, unit.CommentRow ?? unit.PostRow).Number() is not null;
    }

    /// <summary>Erases, in the open transaction. What was erased before is passed over.</summary>
    /// <param name="units">Posts and comments.</param>
    /// <param name="threads">Rows of the posts in whose threads names are taken out too; null for all.</param>
    /// <param name="keepQuotes">Leaves quotes in other people's texts.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultErasure Erase(IReadOnlyCollection<VaultUnit> units, IReadOnlySet<long>? threads, bool keepQuotes)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Erase);
        var pictures = PicturesOf(units);
        var (texts, decisions) = (0, 0);
        foreach (var unit in units.Where(HasWords))
        {
            decisions += EraseDecisions(unit.Handle);
            if (unit.CommentRow is { } comment)
            {
                Run("DELETE FROM comment_text WHERE comment_row = ?1", comment);
                Run("UPDATE comment SET state = 'erased', author_row = NULL, flags = '' WHERE row = ?1", comment);
            }
            else
            {
                Run("DELETE FROM post_text WHERE post_row = ?1", unit.PostRow);
                Run("DELETE FROM post_label WHERE post_row = ?1", unit.PostRow);
                Run("UPDATE post SET visibility = 'trashed', author_row = NULL, series_name = NULL, series_number = NULL, stated_comments = NULL, flags = '' WHERE row = ?1", unit.PostRow);
            }

            foreach (var id in new[] { unit.PublicId, unit.FreshId }.OfType<string>())
            {
                using var secrets = new Statement(_store.Connection, "DELETE FROM release_secret WHERE public_id = ?1 AND scope IN ('unit', 'held-off')");
                secrets.Bind(1, id).Run();
            }

            // What the releases of this thread took for its names is made anew by the next one; until then the list knows the erased ones.
            Run("DELETE FROM release_secret WHERE post_row = ?1 AND scope = 'thread' AND decision IS NULL", unit.PostRow);
            _store.Audit.Append(AuditVerb.Erasure, unit.Handle);
            texts++;
        }

        var people = ErasePeople(ref decisions);
        var gone = ErasePictures(pictures, ref decisions);
        var masked = keepQuotes ? 0 : MaskTexts(threads);
        decisions += MaskDecisions();
        var published = PicturesBegun.Concat(gone).Distinct(StringComparer.Ordinal).ToList();
        KeepBegun(UnitsBegun.Concat(units.Select(unit => unit.Handle)).Distinct().ToList(), published);
        return new VaultErasure(texts, people, decisions, gone.Count, masked, published);
    }

    /// <summary>Posts and comments whose erasure was begun here and not said to be done: what was cut off is completed, though nothing finds their words any more.</summary>
    public IReadOnlyList<VaultHandle> UnitsBegun => [.. BegunWords('u').Select(word => new VaultHandle(word))];

    /// <summary>Says that every erasure that was begun is done, files and all. In a transaction of its own.</summary>
    public void Complete()
    {
        using var transaction = _store.BeginTransaction();
        using var done = new Statement(_store.Connection, "DELETE FROM setting WHERE name = ?1");
        done.Bind(1, Begun).Run();
        transaction.Commit();
    }

    private IEnumerable<string> PicturesBegun => BegunWords('p');

    private IEnumerable<string> BegunWords(char kind) => (_store.Setting(Begun) ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word[0] == kind).Select(word => word[1..]);

    /// <summary>Random names of texts, and names of files that are published: words of nobody.</summary>
    private void KeepBegun(List<VaultHandle> units, List<string> pictures)
    {
        using var keep = new Statement(_store.Connection, "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        keep.Bind(1, Begun).Bind(2, string.Join(' ', units.Select(unit => "u" + unit.Hex).Concat(pictures.Select(picture => "p" + picture)))).Run();
    }

    /// <summary>Erases whatever the list knows: what a restore does before the store takes its place.</summary>
    public VaultErasure Apply()
    {
        var units = _store.Units().Where(unit => HasWords(unit) && IsKnown(unit)).ToList();
        var done = Erase(units, threads: null, keepQuotes: false);
        using var begun = new Statement(_store.Connection, "DELETE FROM setting WHERE name = ?1");
        begun.Bind(1, Begun).Run(); // a restore has no files to see to
        return done;
    }

    /// <summary>Writes the file anew without what was deleted, and empties SQLite's log. Outside a transaction.</summary>
    /// <exception cref="VaultException">The disk refused; run it again.</exception>
    public void Finish()
    {
        _store.EmptyLog();
        _store.Execute("VACUUM");
        _store.EmptyLog();
    }

    private bool IsKnown(VaultUnit unit)
    {
        var (format, key, kind, id, _) = EntryOf(unit);
        return _list.IsErased(format, key, kind, id) || _list.IsErasedText(Text(unit));
    }

    /// <summary>The Markdown of a post or comment; empty where it was erased.</summary>
    public string Text(VaultUnit unit)
    {
        using var text = new Statement(_store.Connection, unit.CommentRow is null ? "SELECT markdown FROM post_text WHERE post_row = ?1" : "SELECT markdown FROM comment_text WHERE comment_row = ?1");
        return text.Bind(1, unit.CommentRow ?? unit.PostRow).Word() ?? string.Empty;
    }

    /// <summary>Numbers of the passages that stand in some texts and stood in others' before them: what a comment quotes of its post is the post's.</summary>
    /// <param name="units">The texts.</param>
    public IReadOnlySet<ulong> PassagesOfEarlier(IReadOnlyList<VaultUnit> units)
    {
        var handles = units.Select(unit => unit.Handle).ToHashSet();
        var texts = units.Count == 0 ? [] : TextIntegrity.Read(_store.Connection).Where(text => handles.Contains(text.Handle)).ToList();
        var own = new Dictionary<ulong, StoredText>();
        foreach (var text in texts)
        {
            foreach (var number in _list.Passages.NumbersOf(text.Body.Markdown))
            {
                own[number] = text;
            }
        }

        var others = new HashSet<ulong>();
        if (own.Count > 0)
        {
            foreach (var earlier in TextIntegrity.Read(_store.Connection).Where(text => !handles.Contains(text.Handle)))
            {
                others.UnionWith(_list.Passages.NumbersOf(earlier.Body.Markdown).Where(number => own.TryGetValue(number, out var text) && earlier.IsBefore(text)));
            }
        }

        return others;
    }

    /// <summary>Other posts and comments out of which an erasure would take something.</summary>
    /// <param name="threads">Rows of the posts in whose threads names count too.</param>
    public IReadOnlyList<VaultHandle> Quoting(IReadOnlySet<long> threads) =>
        [.. TextIntegrity.Read(_store.Connection).Where(text => !ReferenceEquals(_mask.Apply(text.Body, threads.Contains(text.PostRow) ? text.Scope : null), text.Body)).Select(text => text.Handle)];

    /// <summary>Names, as files, of the pictures that texts show: published ones bear them.</summary>
    /// <param name="units">Posts and comments.</param>
    public IReadOnlyList<string> PicturesIn(IReadOnlyCollection<VaultUnit> units) => [.. PicturesOf(units).Select(picture => picture.Scrubbed)];

    /// <summary>Words of decisions that are about one text alone; those of a whole thread are about others too.</summary>
    private int EraseDecisions(VaultHandle subject)
    {
        using var words = new Statement(_store.Connection, "DELETE FROM decision_text WHERE decision_row IN (SELECT row FROM decision WHERE (unit = ?1 AND scope IN ('text', 'place')) OR person = ?1)");
        return words.Bind(1, subject.ToBytes()).Run();
    }

    private int ErasePeople(ref int decisions)
    {
        var gone = new List<(long Row, VaultHandle Handle, string? Identity)>();
        using (var people = new Statement(_store.Connection, """
            SELECT w.row, w.handle, w.identity FROM person w
            WHERE NOT EXISTS (SELECT 1 FROM comment WHERE author_row = w.row) AND NOT EXISTS (SELECT 1 FROM post WHERE author_row = w.row)
            """))
        {
            while (people.Step())
            {
                gone.Add((people.Long(0), VaultHandle.Of(people.Blob(1)), people.Text(2)));
            }
        }

        foreach (var (row, handle, identity) in gone)
        {
            decisions += EraseDecisions(handle);
            Run("DELETE FROM person WHERE row = ?1", row);
            if (identity is not null)
            {
                // The pseudonym stays taken, so that nobody else is given it; whose it was is forgotten.
                using var forget = new Statement(_store.Connection, "UPDATE pseudonym SET identity = 'erased:' || lower(hex(randomblob(16))) WHERE identity = ?1 AND NOT EXISTS (SELECT 1 FROM person WHERE identity = ?1)");
                forget.Bind(1, identity).Run();
            }
        }

        return gone.Count;
    }

    /// <summary>Pictures whose address stands in the texts that go.</summary>
    private List<(long Row, VaultHandle Handle, string Scrubbed, List<string> Addresses)> PicturesOf(IReadOnlyCollection<VaultUnit> units)
    {
        var found = new List<(long, VaultHandle, string, List<string>)>();
        foreach (var picture in _store.Pictures.List())
        {
            if (picture.Addresses.Any(address => units.Any(unit => Holds(unit, address))))
            {
                using var row = new Statement(_store.Connection, "SELECT row FROM picture WHERE handle = ?1");
                found.Add((row.Bind(1, picture.Handle.ToBytes()).Number() ?? 0, picture.Handle, picture.Scrubbed, [.. picture.Addresses]));
            }
        }

        return found;
    }

    private bool Holds(VaultUnit unit, string address)
    {
        using var holds = new Statement(_store.Connection, unit.CommentRow is null
            ? "SELECT 1 FROM post_text WHERE post_row = ?1 AND (instr(original, ?2) OR instr(markdown, ?2))"
            : "SELECT 1 FROM comment_text WHERE comment_row = ?1 AND (instr(original, ?2) OR instr(markdown, ?2))");
        return holds.Bind(1, unit.CommentRow ?? unit.PostRow).Bind(2, address).Number() is not null;
    }

    private List<string> ErasePictures(List<(long Row, VaultHandle Handle, string Scrubbed, List<string> Addresses)> pictures, ref int decisions)
    {
        var gone = new List<string>();
        foreach (var (row, handle, scrubbed, addresses) in pictures)
        {
            using var others = new Statement(_store.Connection, """
                SELECT 1 FROM post_text WHERE instr(original, ?1) OR instr(markdown, ?1) UNION ALL SELECT 1 FROM comment_text WHERE instr(original, ?1) OR instr(markdown, ?1) LIMIT 1
                """);
            if (addresses.Exists(address => others.Bind(1, address).Number() is not null))
            {
                continue;
            }

            decisions += EraseDecisions(handle);
            Run("DELETE FROM picture WHERE row = ?1", row);
            gone.Add(scrubbed);
        }

        return gone;
    }

    /// <summary>Takes quotes, and in some threads names, out of every other text. The hash of a text goes with it: it would be a digest of the quote.</summary>
    private int MaskTexts(IReadOnlySet<long>? threads)
    {
        if (_list.Passages.Count == 0 && _list.Terms.IsEmpty)
        {
            return 0;
        }

        var masked = new List<(StoredText Text, ImportedBody Body, string? Title)>(); // read first, then written
        foreach (var text in TextIntegrity.Read(_store.Connection))
        {
            var scope = threads is null || threads.Contains(text.PostRow) ? text.Scope : null;
            var body = _mask.Apply(text.Body, scope);
            var title = text.Title is null ? null : _mask.Apply(text.Title, scope) ?? text.Title;
            if (!ReferenceEquals(body, text.Body) || title != text.Title)
            {
                masked.Add((text, body, title));
            }
        }

        foreach (var (text, body, title) in masked)
        {
            text.Write(_store.Connection, body, title);
            Run("DELETE FROM finding_set WHERE unit = ?1", text.Handle);
            Run("DELETE FROM tagger_finding_set WHERE unit = ?1", text.Handle);
            Run("DELETE FROM decision_text WHERE decision_row IN (SELECT row FROM decision WHERE unit = ?1 AND action = 'accept')", text.Handle); // a digest of the whole text
        }

        return masked.Count;
    }

    private int MaskDecisions()
    {
        var gone = new List<long>();
        using (var words = new Statement(_store.Connection, "SELECT decision_row, term, variants, replacement, reason FROM decision_text"))
        {
            while (words.Step())
            {
                for (var column = 1; column <= 4; column++)
                {
                    if (words.Text(column) is { Length: >= PassageFinder.Letters } text && _list.Passages.Find(text).Count > 0)
                    {
                        gone.Add(words.Long(0));
                        break;
                    }
                }
            }
        }

        gone.ForEach(row => Run("DELETE FROM decision_text WHERE decision_row = ?1", row));
        return gone.Count;
    }

    private void Run(string sql, long row)
    {
        using var statement = new Statement(_store.Connection, sql);
        statement.Bind(1, row).Run();
    }

    private void Run(string sql, VaultHandle handle)
    {
        using var statement = new Statement(_store.Connection, sql);
        statement.Bind(1, handle.ToBytes()).Run();
    }
}
