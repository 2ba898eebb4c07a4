using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Blog.Desk.Access;

/// <summary>The tokens of opening links: each opens the console once, within a few minutes, and nothing is kept of it but a hash.</summary>
/// <remarks>Safe for many threads at once.</remarks>
internal sealed class LaunchLinks
{
    /// <summary>How long a link may lie in a terminal before it is worth nothing.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly RandomNumberGenerator _random;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, (long Issued, SessionRights Rights)> _open = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public LaunchLinks(RandomNumberGenerator random, TimeProvider time)
    {
        _random = random;
        _time = time;
    }

    /// <summary>A new token: 256 random bits as 64 hexadecimal digits.</summary>
    /// <param name="rights">What the browser may do that it lets in.</param>
    public string Issue(SessionRights rights)
    {
        var token = SecretText.New(_random);
        lock (_gate)
        {
            _open.Add(SecretText.Hash(token), (_time.GetTimestamp(), rights));
        }

        return token;
    }

    /// <summary>Takes a token; true once for each that was issued and is not stale.</summary>
    public bool TryTake(string token, [NotNullWhen(true)] out SessionRights? rights)
    {
        lock (_gate)
        {
            rights = _open.Remove(SecretText.Hash(token), out var issued) && _time.GetElapsedTime(issued.Issued) <= Lifetime ? issued.Rights : null;
            return rights is not null;
        }
    }
}
