using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>The audit as a hash chain: what is hashed, how an entry is added, and whether the chain is whole.</summary>
/// <remarks>
/// hash = SHA-256 of: <c>subrosa-audit-1</c> and a zero byte; seq and time (.NET ticks, UTC) as 64-bit little-endian numbers; then actor, verb (UTF-8),
/// subject (16 bytes or none) and the hash of the entry before (the store's random origin before the first), each with its length before it as
/// 32 bits little-endian. The chain has no key: whoever may write the file can make a whole new chain, which only a head
/// that was noted elsewhere shows (docs/vault.md).
/// </remarks>
internal static class AuditChain
{
    private static ReadOnlySpan<byte> Domain => "subrosa-audit-1\0"u8;

    /// <summary>Adds an entry at the head. The caller has a transaction open.</summary>
    public static void Append(SqliteConnection connection, long ticks, string actor, string verb, VaultHandle? subject)
    {
        var (seq, previous) = ReadHead(connection);
        var subjectBytes = subject?.ToBytes();
        var hash = HashOf(seq + 1, ticks, actor, verb, subjectBytes, previous);
        using var insert = new Statement(connection, "INSERT INTO audit (seq, made, actor, verb, subject, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        insert.Bind(1, seq + 1).Bind(2, ticks).Bind(3, actor).Bind(4, verb);
        if (subjectBytes is null)
        {
            insert.Bind(5, (string?)null);
        }
        else
        {
            insert.Bind(5, subjectBytes);
        }

        insert.Bind(6, previous).Bind(7, hash).Run();
    }

    /// <summary>The head as the store has it.</summary>
    public static AuditHead Head(SqliteConnection connection)
    {
        var (seq, hash) = ReadHead(connection);
        return new AuditHead(seq, Convert.ToHexStringLower(hash));
    }

    /// <summary>Gives back the first thing that is wrong with the chain, in words; null where it is whole from its origin to its head.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="noted">Heads known from elsewhere that must lie on the chain.</param>
    public static string? FirstFault(SqliteConnection connection, IReadOnlyList<AuditHead> noted)
    {
        using var origin = new Statement(connection, "SELECT origin FROM audit_head");
        if (!origin.Step())
        {
            return "The head of the audit is gone.";
        }

        var before = origin.Blob(0).ToArray();
        origin.Rest();
        var (headSeq, headHash) = ReadHead(connection);
        var open = noted.Where(head => head.Seq > 0).ToLookup(head => head.Seq, head => head.Hash);
        var originDigits = Convert.ToHexStringLower(before);
        if (noted.Any(head => head.Seq == 0 && head.Hash != originDigits))
        {
            return "The audit begins at another origin than the one that was noted: it is another store's, or was made anew.";
        }

        var seq = 0L;
        using var entries = new Statement(connection, "SELECT seq, made, actor, verb, subject, previous, hash FROM audit ORDER BY seq");
        while (entries.Step())
        {
            seq++;
            if (entries.Long(0) != seq)
            {
                return $"Entry {Number(seq)} of the audit is missing.";
            }

            if (!entries.Blob(5).SequenceEqual(before))
            {
                return $"Entry {Number(seq)} of the audit does not follow from the one before it.";
            }

            var subject = entries.IsNull(4) ? null : entries.Blob(4).ToArray();
            var hash = HashOf(seq, entries.Long(1), entries.Required(2), entries.Required(3), subject, before);
            if (!entries.Blob(6).SequenceEqual(hash))
            {
                return $"Entry {Number(seq)} of the audit was changed after it was written.";
            }

            var digits = Convert.ToHexStringLower(hash);
            if (open[seq].Any(other => other != digits))
            {
                return $"Entry {Number(seq)} of the audit is not the one that was noted: the chain was made anew from there or before.";
            }

            before = hash;
        }

        if (seq != headSeq || !before.AsSpan().SequenceEqual(headHash))
        {
            return $"The audit ends at entry {Number(seq)}, but its head names entry {Number(headSeq)}: entries at its end were taken away, or put there by hand.";
        }

        return open.Any(group => group.Key > seq) ? $"The audit ends at entry {Number(seq)}, before the head that was noted: entries at its end are missing, or this is an older copy." : null;
    }

    private static (long Seq, byte[] Hash) ReadHead(SqliteConnection connection)
    {
        using var head = new Statement(connection, "SELECT seq, hash FROM audit_head");
        return head.Step() ? (head.Long(0), head.Blob(1).ToArray()) : throw new VaultException(VaultFault.Damaged, "The private store has lost the head of its audit. Bring back a copy from before.");
    }

    private static byte[] HashOf(long seq, long ticks, string actor, string verb, byte[]? subject, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Domain);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, seq);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64LittleEndian(number, ticks);
        hash.AppendData(number);
        Add(hash, Encoding.UTF8.GetBytes(actor));
        Add(hash, Encoding.UTF8.GetBytes(verb));
        Add(hash, subject ?? []);
        Add(hash, previous);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
