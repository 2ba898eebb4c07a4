using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Source;

/// <summary>
/// The code of one <c>redactions.sealed</c>. From the key and the file's salt HKDF-SHA-256 (RFC 5869) derives one key for the filter and one for
/// each scope; a form of words is SipHash-2-4 under the first and HMAC-SHA-256 under the others. A new salt makes every number of the file
/// another, so two releases cannot be compared. Safe for many threads.
/// </summary>
public sealed class SealCode
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>Bytes of an entry.</summary>
    public const int EntryLength = 32;

    private const string Purpose = "subrosa redactions.sealed 1 ";

    private readonly byte[] _root;
    private readonly SipHash _filter;
    private readonly ConcurrentDictionary<string, byte[]> _scopes = new(StringComparer.Ordinal);

    /// <summary>Makes the code of a key and a salt.</summary>
    public SealCode(SealKey key, ReadOnlySpan<byte> salt)
    {
        _root = new byte[EntryLength];
        HKDF.Extract(HashAlgorithmName.SHA256, key.Bytes, salt, _root);
        _filter = new SipHash(Expand("filter", 16));
    }

    /// <summary>The filter's number of a form.</summary>
    public ulong Filter(ReadOnlySpan<char> gram) => _filter.Of(MemoryMarshal.AsBytes(gram)); // UTF-16, little-endian on every machine .NET runs on

    /// <summary>The entry of a form in a scope, 32 bytes.</summary>
    /// <param name="scope">A name of <see cref="SealScope"/>.</param>
    /// <param name="gram">The form.</param>
    /// <param name="entry">Takes the entry.</param>
    public void Entry(string scope, ReadOnlySpan<char> gram, Span<byte> entry) =>
        HMACSHA256.HashData(_scopes.GetOrAdd(scope, static (name, code) => code.Expand("scope " + name, EntryLength), this), MemoryMarshal.AsBytes(gram), entry);

    private byte[] Expand(string what, int length)
    {
        var key = new byte[length];
        HKDF.Expand(HashAlgorithmName.SHA256, _root, key, Encoding.UTF8.GetBytes(Purpose + what));
        return key;
    }
}
