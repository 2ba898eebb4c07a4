using System.Collections.Frozen;
using Blog.Text;

namespace Blog.Gate;

/// <summary>All secrets of one check, ready to be looked for.</summary>
public sealed class SecretSet
{
    private readonly IReadOnlyList<Secret> _secrets;

    private SecretSet(IReadOnlyList<Secret> secrets, IEnumerable<string> numbers)
    {
        _secrets = secrets;
        Numbers = numbers.ToFrozenSet(StringComparer.Ordinal);
        Matcher = TermMatcher.Of([.. secrets.Select(secret => secret.Text)]);
        LongestText = secrets.Count == 0 ? 0 : secrets.Max(secret => secret.Text.Length);
    }

    /// <summary>No secrets at all: has to be handed in by name, so that nobody forgets them.</summary>
    public static SecretSet None { get; } = new([], []);

    /// <summary>Number of secrets.</summary>
    public int Count => _secrets.Count + Numbers.Count;

    /// <summary>Cases whose words hold no letter or digit, so that they cannot be looked for: a failed check each.</summary>
    public IReadOnlyList<string> Unsearchable => [.. Matcher.Unsearchable.Select(term => _secrets[term].Case)];

    internal TermMatcher Matcher { get; }

    /// <summary>Length of the longest secret in UTF-16 units.</summary>
    internal int LongestText { get; }

    /// <summary>Takes secrets; the same words may come several times with different scopes.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets) => new([.. secrets], []);

    /// <summary>Takes secrets, and ids of the old blog that were dropped: runs of digits that lead back to a text as it was, looked for as they are.</summary>
    public static SecretSet Of(IEnumerable<Secret> secrets, IEnumerable<string> numbers) => new([.. secrets], numbers);

    /// <summary>Runs of digits that must not stand anywhere.</summary>
    internal FrozenSet<string> Numbers { get; }

    internal Secret this[int term] => _secrets[term];

    /// <inheritdoc/>
    public override string ToString() => $"SecretSet({Count})";
}
