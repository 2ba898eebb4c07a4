using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Blog.Desk.Access;

/// <summary>The browsers that were let in. Nothing of it is written anywhere: when the console ends, every cookie is worth nothing.</summary>
internal sealed class SessionBook
{
    private readonly RandomNumberGenerator _random;
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    public SessionBook(RandomNumberGenerator random) => _random = random;

    /// <summary>Lets a browser in.</summary>
    /// <param name="rights">What it may do.</param>
    /// <returns>The value of its cookie.</returns>
    public string Begin(SessionRights rights)
    {
        var cookie = SecretText.New(_random);
        _sessions[SecretText.Hash(cookie)] = new Session(SecretText.New(_random), rights);
        return cookie;
    }

    /// <summary>The session of a cookie; null where there is none.</summary>
    public Session? Find(string? cookie) => cookie is { Length: > 0 } ? _sessions.GetValueOrDefault(SecretText.Hash(cookie)) : null;
}
