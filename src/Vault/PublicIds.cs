using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Model;
using Blog.Vault.Guests;

namespace Blog.Vault;

/// <summary>
/// Public ids: at import the one a post or comment has from its source, and later a fresh one where the old id is dropped. Each is given
/// once, and none twice.
/// </summary>
/// <remarks>
/// A keyed id is base32 of 80 bits of HMAC-SHA-256, lower case: without the vault's key it says nothing of what it stands for.
/// A fresh one is made from the random handle and not from anything of the source, so that it cannot be recomputed from the old blog
/// even with the key, and is the same after a release that was cut off.
/// </remarks>
public sealed class PublicIds : IDisposable
{
    private const string Post = "post";
    private const string Comment = "comment";
    private const int KeyedBytes = 10;

    private readonly VaultStore _store;
    private readonly byte[] _keptKey;
    private readonly byte[] _freshKey;
    private readonly Statement _claim;
    private readonly Dictionary<string, (Statement Find, Statement Keep)> _fresh;

    internal PublicIds(VaultStore store)
    {
        _store = store;
        _keptKey = store.DeriveKey("public id");
        _freshKey = store.DeriveKey("fresh id");
        _claim = new Statement(store.Connection, "INSERT INTO public_id (id, unit, unit_row) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");
        _fresh = new()
        {
            [Post] = (
                new Statement(store.Connection, "SELECT fresh_id, handle FROM post WHERE row = ?1 AND present = 1"),
                new Statement(store.Connection, "UPDATE post SET fresh_id = ?2 WHERE row = ?1")),
            [Comment] = (
                new Statement(store.Connection, "SELECT fresh_id, handle FROM comment WHERE row = ?1"),
                new Statement(store.Connection, "UPDATE comment SET fresh_id = ?2 WHERE row = ?1")),
        };
    }

    /// <summary>The fresh id of a comment whose old id is dropped; false where it has none yet.</summary>
    public bool TryGetFresh(long commentRow, out CommentId id) => CommentId.TryParse(FindFresh(Comment, commentRow).Id, out id);

    /// <summary>The fresh id of a comment, given now if it has none.</summary>
    /// <exception cref="InvalidOperationException">There is no such comment, or it has none yet and no transaction is open.</exception>
    public CommentId FreshForComment(long commentRow) => CommentId.Parse(Fresh(Comment, commentRow));

    /// <summary>The fresh id of a post or page, given now if it has none.</summary>
    /// <exception cref="InvalidOperationException">There is no such post, or it has none yet and no transaction is open.</exception>
    public PostId FreshForPost(long postRow) => PostId.Parse(Fresh(Post, postRow));

    /// <inheritdoc/>
    public void Dispose()
    {
        _claim.Dispose();
        foreach (var (find, keep) in _fresh.Values)
        {
            find.Dispose();
            keep.Dispose();
        }

        CryptographicOperations.ZeroMemory(_keptKey);
        CryptographicOperations.ZeroMemory(_freshKey);
    }

    /// <summary>Gives a post its id at import: the source's where it may be public, else a keyed one.</summary>
    internal string ClaimForPost(ImportedPlace source, long row, string sourceId) => ClaimKept(source, Post, row, sourceId, sourceId);

    /// <summary>The id a comment will have if nobody else has it; <paramref name="sourceId"/> is null where the source has none, <paramref name="key"/> is what makes it itself then.</summary>
    internal string ExpectedForComment(ImportedPlace source, string? sourceId, string key) =>
        KeptId(source.Format, sourceId) ?? Keyed(_keptKey, KeptFields(source, Comment, key, attempt: 0));

    /// <summary>Gives a comment the id it expects, or the next that is free.</summary>
    internal string ClaimForComment(ImportedPlace source, long row, string? sourceId, string key) => ClaimKept(source, Comment, row, sourceId, key);

    /// <summary>
    /// The id that may stay as it is (DESIGN: Ids): of Blogger its digits, of other formats <c>format-id</c>; null where it would not be an
    /// id, for captures, whose ids are mere positions, and for guests' texts, whose ids are the names of sealed rows.
    /// </summary>
    internal static string? KeptId(string format, string? sourceId)
    {
        if (string.IsNullOrEmpty(sourceId) || format is "capture" or GuestTable.Source)
        {
            return null;
        }

        if (format == Import.Readers.OwnBlogReader.Format)
        {
            return CommentId.TryParse(sourceId, out _) ? sourceId : null; // an id of ours, public already
        }

        var id = format.StartsWith("blogger", StringComparison.Ordinal) ? sourceId : $"{format}-{sourceId}";
        var digitsOnly = format.StartsWith("blogger", StringComparison.Ordinal);
        return CommentId.TryParse(id, out _) && (!digitsOnly || id.All(char.IsAsciiDigit)) ? id : null;
    }

    private string ClaimKept(ImportedPlace source, string unit, long row, string? sourceId, string key)
    {
        if (KeptId(source.Format, sourceId) is { } kept && Claim(kept, unit, row))
        {
            return kept;
        }

        // Also where the source's id is taken, by an entry of the other kind or of another archive.
        return ClaimKeyed(_keptKey, unit, row, attempt => KeptFields(source, unit, key, attempt));
    }

    private static string[] KeptFields(ImportedPlace source, string unit, string key, int attempt) => [source.Format, source.Key, unit, key, Number(attempt)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Fresh(string unit, long row)
    {
        var (id, handle) = FindFresh(unit, row);
        if (id is not null)
        {
            return id;
        }

        if (handle is null)
        {
            throw new InvalidOperationException($"There is no {unit} in row {row}.");
        }

        _store.RequireTransaction();
        var fresh = ClaimKeyed(_freshKey, unit, row, attempt => [unit, Convert.ToHexStringLower(handle), Number(attempt)]);
        _fresh[unit].Keep.Bind(1, row).Bind(2, fresh).Run();
        return fresh;
    }

    private (string? Id, byte[]? Handle) FindFresh(string unit, long row)
    {
        var find = _fresh[unit].Find.Bind(1, row);
        var found = find.Step() ? (find.Text(0), find.Blob(1).ToArray()) : ((string?)null, (byte[]?)null);
        find.Rest();
        return found;
    }

    private string ClaimKeyed(byte[] key, string unit, long row, Func<int, string[]> fields)
    {
        for (var attempt = 0; ; attempt++)
        {
            var id = Keyed(key, fields(attempt));
            if (Claim(id, unit, row))
            {
                return id;
            }
        }
    }

    private bool Claim(string id, string unit, long row) => _claim.Bind(1, id).Bind(2, unit).Bind(3, row).Run() > 0;

    private static string Keyed(byte[] key, string[] fields)
    {
        // Each field with its length before it: no two lists of fields run into the same bytes.
        var text = string.Concat(fields.Select(field => $"{Number(field.Length)}:{field}"));
        return Base32(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, KeyedBytes));
    }

    /// <summary>RFC 4648 base32 in lower case, without padding: 10 bytes are 16 characters.</summary>
    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var text = new StringBuilder(bytes.Length * 8 / 5);
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            bits = ((bits << 8) | value) & 0xfff;
            for (count += 8; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            }
        }

        return text.ToString();
    }
}
