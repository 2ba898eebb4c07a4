using System.Security.Cryptography;
using System.Text;
using Blog.Vault.Keys;

namespace Blog.Vault.Sharing;

/// <summary>Packets that were handed out, and what came back from them.</summary>
public sealed class Packets
{
    private readonly VaultStore _store;

    internal Packets(VaultStore store) => _store = store;

    /// <summary>A fresh random name for a packet.</summary>
    public VaultHandle NewHandle() => _store.NewHandle();

    /// <summary>By which a packet calls a post, comment, writer or decision: a keyed hash, so that neither two packets nor a packet and an audit that was handed on can be laid side by side.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="kind">What is named: <c>unit</c>, <c>decision</c>, <c>returned</c>.</param>
    /// <param name="name">Its name in the store, or for <c>returned</c> the one that the packet's own store gave.</param>
    public VaultHandle Alias(VaultHandle packet, string kind, VaultHandle name) =>
        VaultHandle.Of(HMACSHA256.HashData(_store.DeriveKey("packet"), Encoding.ASCII.GetBytes($"{packet.Hex}|{kind}|{name.Hex}")).AsSpan(0, HandleSource.Length));

    /// <summary>Remembers a packet, and where it lies as a known copy.</summary>
    /// <param name="packet">Its name.</param>
    /// <param name="to">Whose key it is encrypted to.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="expires">Its last day.</param>
    /// <param name="decisions">Row of the last decision made before it.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Add(VaultHandle packet, PersonKey to, string place, DateOnly expires, long decisions)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Share);
        using var add = new Statement(_store.Connection, """
            INSERT INTO packet (handle, key_row, made, expires, decisions) VALUES (?1, (SELECT row FROM person_key WHERE handle = ?2), ?3, ?4, ?5)
            """);
        add.Bind(1, packet.ToBytes()).Bind(2, to.Handle.ToBytes()).Bind(3, _store.Time.GetUtcNow().UtcTicks).Bind(4, expires).Bind(5, decisions).Run();
        _store.Copies.Add("packet", place, expires);
        _store.Audit.Append(AuditVerb.Packet, packet);
    }

    /// <summary>Every packet, oldest first.</summary>
    public IReadOnlyList<VaultPacket> List()
    {
        var keys = _store.Keys.List().ToDictionary(key => key.Handle);
        using var all = new Statement(_store.Connection, "SELECT p.handle, k.handle, p.made, p.expires, p.decisions FROM packet p JOIN person_key k ON k.row = p.key_row ORDER BY p.row");
        var packets = new List<VaultPacket>();
        while (all.Step())
        {
            packets.Add(new VaultPacket(
                VaultHandle.Of(all.Blob(0)), keys[VaultHandle.Of(all.Blob(1))], new DateTimeOffset(all.Long(2), TimeSpan.Zero),
                all.Day(3), all.Long(4)));
        }

        return packets;
    }

    /// <summary>Adds the decisions of a file that came back, and remembers them as one, so that one undoing takes all of them back.</summary>
    /// <param name="packet">The packet they were made over.</param>
    /// <param name="decisions">Decisions, in their order; their actor is the pen name of the key that signed them.</param>
    /// <returns>Name of the merge.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public VaultHandle Merge(VaultHandle packet, IReadOnlyList<VaultDecision> decisions)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Share);
        var handle = NewHandle();
        using var add = new Statement(_store.Connection, "INSERT INTO merge (handle, packet_row, made) VALUES (?1, (SELECT row FROM packet WHERE handle = ?2), ?3) RETURNING row");
        var row = add.Bind(1, handle.ToBytes()).Bind(2, packet.ToBytes()).Bind(3, _store.Time.GetUtcNow().UtcTicks).Number();
        using var member = new Statement(_store.Connection, "INSERT INTO merge_decision (merge_row, decision) VALUES (?1, ?2)");
        foreach (var decision in decisions)
        {
            _store.Decisions.Add(decision);
            member.Bind(1, row).Bind(2, decision.Handle.ToBytes()).Run();
        }

        _store.Audit.Append(AuditVerb.PacketMerged, handle);
        return handle;
    }

    /// <summary>Every merge, oldest first.</summary>
    public IReadOnlyList<VaultMerge> Merges()
    {
        using var members = new Statement(_store.Connection, "SELECT merge_row, decision FROM merge_decision");
        var decisions = new List<(long Merge, VaultHandle Decision)>();
        while (members.Step())
        {
            decisions.Add((members.Long(0), VaultHandle.Of(members.Blob(1))));
        }

        var byMerge = decisions.ToLookup(each => each.Merge, each => each.Decision);
        using var all = new Statement(_store.Connection, "SELECT m.row, m.handle, p.handle, m.made, m.undone FROM merge m JOIN packet p ON p.row = m.packet_row ORDER BY m.row");
        var merges = new List<VaultMerge>();
        while (all.Step())
        {
            merges.Add(new VaultMerge(
                VaultHandle.Of(all.Blob(1)), VaultHandle.Of(all.Blob(2)), new DateTimeOffset(all.Long(3), TimeSpan.Zero),
                all.LongOrNull(4) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null, [.. byMerge[all.Long(0)]]));
        }

        return merges;
    }

    /// <summary>Adds the undoings of a merge, and remembers that it was taken back.</summary>
    /// <param name="merge">The merge.</param>
    /// <param name="undoings">What undoes those of its decisions that are still in force.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Undo(VaultHandle merge, IReadOnlyList<VaultDecision> undoings)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Share);
        foreach (var undoing in undoings)
        {
            _store.Decisions.Add(undoing);
        }

        using var done = new Statement(_store.Connection, "UPDATE merge SET undone = ?2 WHERE handle = ?1");
        done.Bind(1, merge.ToBytes()).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run();
        _store.Audit.Append(AuditVerb.PacketUnmerged, merge);
    }
}
