using Blog.Model;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Decides under which name each commenter of a thread is shown, and which names in its texts must change with it.</summary>
/// <remarks>
/// A pseudonym never tells more than the old page did: who was shown as Anonymous, Unknown or without a name has no identity in the vault
/// and stays nameless, each comment on its own, even where hidden keys show that two are one. The editor's own comments are treated
/// like anyone's unless the settings list the name among those that stay.
/// </remarks>
internal sealed class CommenterPseudonyms
{
    private readonly CommenterPolicy _policy;
    private readonly HashSet<string> _kept;
    private readonly PseudonymGiver _give;

    /// <summary>Makes the rules of one release.</summary>
    /// <param name="settings">Policy and names that stay.</param>
    /// <param name="give">Gives the stored pseudonym of an identity in a scope, or chooses and stores one.</param>
    public CommenterPseudonyms(SiteSettings settings, PseudonymGiver give)
    {
        _policy = settings.Anonymity.Commenters;
        _kept = settings.KeptNames.Select(Key).ToHashSet(StringComparer.Ordinal);
        _give = give;
    }

    /// <summary>Gives a name.</summary>
    /// <param name="scope">The thread's scope or the site's.</param>
    /// <param name="identity">The identity in the vault.</param>
    /// <param name="realNames">Real names of the thread, which a pseudonym must not happen to be.</param>
    public delegate string PseudonymGiver(string scope, string identity, IReadOnlySet<string> realNames);

    /// <summary>The names of one thread.</summary>
    /// <param name="scope">What makes the thread itself, e.g. the vault id of its post; never public.</param>
    /// <param name="nodes">Its comments in thread order: the order of first appearance.</param>
    public ThreadNames NamesOf(string scope, IReadOnlyList<ThreadNode> nodes)
    {
        var shown = new Dictionary<long, string?>();
        var renamed = new HashSet<long>();
        var terms = new Dictionary<string, NameTerm>(StringComparer.Ordinal);
        var realNames = Comments(nodes).Select(pair => pair.Comment.Author?.Name).OfType<string>().SelectMany(name => name.Split(' ').Append(name)).Select(Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (comment, isShown) in Comments(nodes))
        {
            if (comment.Author is not { } author || string.IsNullOrWhiteSpace(author.Name))
            {
                continue;
            }

            var (name, replacement) = Show(scope, author, realNames);
            shown[comment.Row] = isShown ? name : null; // a removed comment has no name beside it
            if (replacement is null)
            {
                if (name is null && !IsNameless(author.Name))
                {
                    renamed.Add(comment.Row);
                }

                continue;
            }

            renamed.Add(comment.Row);
            var key = Key(author.Name);
            terms[key] = terms.TryGetValue(key, out var other) && other.Replacement != replacement
                ? other with { Replacement = NameMentions.NameMark } // two people with one name: a guess would put words into somebody's mouth
                : new NameTerm(author.Name.Trim(), replacement);
        }

        return new ThreadNames(shown, renamed, [.. terms.Values.OrderBy(term => term.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Comments in thread order, and whether their names are shown: those for which another one stands are not, but people speak of their writers.</summary>
    private static IEnumerable<(VaultComment Comment, bool IsShown)> Comments(IReadOnlyList<ThreadNode> nodes) =>
        nodes.SelectMany(node => node.Also.Select(same => (same, false)).Prepend((node.Source!, node.IsPublished)).Where(pair => pair.Item1 is not null));

    /// <summary>Whether a name stays under every policy.</summary>
    public bool IsKept(string? name) => name is not null && (_policy == CommenterPolicy.Keep || _kept.Contains(Key(name)));

    private (string? Shown, string? Replacement) Show(string scope, VaultPerson author, HashSet<string> realNames)
    {
        var name = author.Name!.Trim(); // the caller has checked that there is one
        if (IsKept(name))
        {
            return (IsNameless(name) ? null : name, null);
        }

        if (author.Identity is not { } identity)
        {
            return (null, null);
        }

        return _policy switch
        {
            CommenterPolicy.PseudonymPerThread => Both(_give(scope, identity, realNames)),
            CommenterPolicy.PseudonymPerSite => Both(_give("site", identity, realNames)),
            CommenterPolicy.Anonymous => (null, NameMentions.NameMark),
            _ => throw new InvalidOperationException($"The policy {_policy} has no rule for names."), // Keep was answered above
        };

        static (string?, string?) Both(string pseudonym) => (pseudonym, pseudonym);
    }

    /// <summary>Words that old pages showed for people without a name; showing nobody in their place changes nothing.</summary>
    private static bool IsNameless(string name)
    {
        var key = Key(name);
        return key.StartsWith("anon", StringComparison.Ordinal) || key.StartsWith("unknown", StringComparison.Ordinal) || !key.Any(char.IsLetterOrDigit);
    }

    private static string Key(string name) => Text.NameFolding.Fold(name);
}
