using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>Random 128-bit handles: the only name by which the audit may speak of an original, since it says nothing once the original is erased.</summary>
internal sealed class HandleSource
{
    public const int Length = 16;

    private readonly RandomNumberGenerator _random;
    private readonly byte[] _pool = new byte[Length * 256];
    private int _next;

    public HandleSource(RandomNumberGenerator random)
    {
        _random = random;
        _next = _pool.Length;
    }

    /// <summary>The next handle; valid until the one after it is asked for.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (_next == _pool.Length)
        {
            _random.GetBytes(_pool); // by the page: a call of the system each would cost more than the row it is for
            _next = 0;
        }

        _next += Length;
        return _pool.AsSpan(_next - Length, Length);
    }
}
