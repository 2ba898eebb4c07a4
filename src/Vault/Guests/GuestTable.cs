
namespace Blog.Vault.Guests;

/// <summary>The guests' texts of a store: names, days and states in plain rows; every word sealed.</summary>
public sealed class GuestTable
{
    /// <summary>What the source is called from which published guests' texts come, as format and as key.</summary>
    public const string Source = "guest";

    private readonly VaultStore _store;

    internal GuestTable(VaultStore store) => _store = store;

    /// <summary>Every guest's text, as they came.</summary>
    public IReadOnlyList<VaultGuest> List()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, received, state, appears, ends, post_row, agreed, scope, comments FROM guest ORDER BY row");
        var guests = new List<VaultGuest>();
        while (all.Step())
        {
            guests.Add(new VaultGuest(VaultHandle.Of(all.Blob(0)), all.Day(1), VaultWords.Guest(all.Required(2)))
            {
                Appears = all.DayOrNull(3),
                Ends = all.DayOrNull(4),
                PostRow = all.LongOrNull(5),
                Agreed = all.Text(6),
                Scope = all.Text(7),
                AreCommentsClosed = all.Text(8) == "closed",
            });
        }

        return guests;
    }

    /// <summary>Keeps a new one.</summary>
    /// <returns>Its name, under which its words are sealed.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultHandle Add()
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.GuestPosts);
        var handle = _store.NewHandle();
        using var add = new Statement(_store.Connection, "INSERT INTO guest (handle, received, state) VALUES (?1, ?2, 'amending')");
        add.Bind(1, handle.ToBytes()).Bind(2, DateOnly.FromDateTime(_store.Time.GetUtcNow().UtcDateTime)).Run();
        _store.Audit.Append(AuditVerb.GuestTaken, handle);
        return handle;
    }

    /// <summary>Deletes one: its rows of words are the caller's to delete.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Delete(VaultHandle guest)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Erase);
        using var delete = new Statement(_store.Connection, "DELETE FROM guest WHERE handle = ?1");
        delete.Bind(1, guest.ToBytes()).Run();
        _store.Audit.Append(AuditVerb.GuestForgotten, guest);
    }

    /// <summary>Says how far one came.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void SetState(VaultHandle guest, GuestState state)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.GuestPosts);
        using var set = new Statement(_store.Connection, "UPDATE guest SET state = ?2 WHERE handle = ?1");
        set.Bind(1, guest.ToBytes()).Bind(2, VaultWords.Of(state)).Run();
        _store.Audit.Append(AuditVerb.GuestState, guest);
    }

    /// <summary>Row of the post that was made of a guest's text; null where none was.</summary>
    public long? PostRowOf(VaultHandle guest)
    {
        using var row = new Statement(_store.Connection, "SELECT p.row FROM post p JOIN source s ON s.row = p.source_row WHERE s.format = ?1 AND s.key = ?1 AND p.source_id = ?2");
        return row.Bind(1, Source).Bind(2, guest.Hex).Number();
    }

    /// <summary>Says that its text stands among the texts that are released.</summary>
    /// <param name="guest">The guest's text.</param>
    /// <param name="post">Row of its post.</param>
    /// <param name="agreed">Hash of the text that was agreed to.</param>
    /// <param name="scope"><c>whole</c> or <c>extracts</c>.</param>
    /// <param name="appears">First day on which it may stand.</param>
    /// <param name="ends">Last day; null for none.</param>
    /// <param name="closesComments">Whether its writer wants no comments under it.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Publish(VaultHandle guest, long post, string agreed, string scope, DateOnly appears, DateOnly? ends, bool closesComments)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.GuestPosts);
        using var publish = new Statement(_store.Connection, """
            UPDATE guest SET state = 'published', post_row = ?2, agreed = ?3, scope = ?4, appears = ?5, ends = ?6, comments = ?7 WHERE handle = ?1
            """);
        publish.Bind(1, guest.ToBytes()).Bind(2, post).Bind(3, agreed).Bind(4, scope).Bind(5, appears).Bind(6, ends).Bind(7, closesComments ? "closed" : "open").Run();
        _store.Audit.Append(AuditVerb.GuestPublished, guest);
    }
}
