using Blog.Text;

namespace Blog.Gate;

/// <summary>All secrets of one check, ready to be looked for.</summary>
public sealed class SecretSet
{
    private readonly IReadOnlyList<Secret> _secrets;

    private SecretSet(IReadOnlyList<Secret> secrets)
    {
        _secrets = secrets;
        Matcher = TermMatcher.Of([.. secrets.Select(secret => secret.Text)]);
        LongestText = secrets.Count == 0 ? 0 : secrets.Max(secret => secret.Text.Length);
    }

    /// <summary>No secrets at all: has to be handed in by name, so that nobody forgets them.</summary>
    public static SecretSet None { get; } = new([]);

    /// <summary>Number of secrets.</summary>
    public int Count => _secrets.Count;

    /// <summary>Cases whose words hold no letter or digit, so that they cannot be looked for: a failed check each.</summary>
    public IReadOnlyList<string> Unsearchable => [.. Matcher.Unsearchable.Select(term => _secrets[term].Case)];

    internal TermMatcher Matcher { get; }

    /// <summary>Length of the longest secret in UTF-16 units.</summary>
    internal int LongestText { get; }

    /// <summary>Takes secrets; the same words may come several times with different scopes.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets) => new([.. secrets]);

    internal Secret this[int term] => _secrets[term];

    /// <inheritdoc/>
    public override string ToString() => $"SecretSet({Count})";
}
