using Blog.Moderate;
using Blog.Redact;
using Blog.Text;
using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>Finds what somebody wrote who never had an account: by words of theirs, by the name they signed with.</summary>
public static class UnitSearch
{
    /// <summary>A last line that is longer is a sentence, not a signature.</summary>
    private const int LongestSignature = 60;

    /// <summary>Posts and comments in which a phrase stands, however it is spaced, cased or disguised.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="phrase">The words.</param>
    public static IReadOnlyList<VaultUnit> ByPhrase(VaultStore vault, string phrase)
    {
        var matcher = TermMatcher.Of([phrase]);
        return Find(vault, text => matcher.Find(FoldedText.Of(ProseView.Of(text.Body.Markdown).Text)).Count > 0);
    }

    /// <summary>Posts and comments whose writer is shown under a name, or whose last line is that name.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="name">The name, handle or signature.</param>
    public static IReadOnlyList<VaultUnit> BySignature(VaultStore vault, string name)
    {
        var matcher = TermMatcher.Of([name]);
        var folded = NameFolding.Fold(name);
        return Find(vault, text =>
            ((text.Post?.Author ?? text.Comment?.Author)?.Name is { } shown && NameFolding.Fold(shown) == folded) ||
            (LastLine(ProseView.Of(text.Body.Markdown).Text) is { Length: <= LongestSignature } last && matcher.Find(FoldedText.Of(last)).Count > 0));
    }

    /// <summary>The units, and the comments that were joined with them as posted twice: they say the same.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="units">Posts and comments.</param>
    public static IReadOnlyList<VaultUnit> WithTwins(VaultStore vault, IReadOnlyList<VaultUnit> units)
    {
        var pairs = DecisionBook.Of(vault.Decisions.List()).InForce.Where(decision => decision is { Action: DecisionAction.SameAs, Unit: not null, Replacement: not null })
            .Select(decision => (One: decision.Unit!.Value, Other: new VaultHandle(decision.Replacement!))).ToList(); // checked before
        var handles = units.Select(unit => unit.Handle).ToHashSet();
        var before = -1;
        while (before != handles.Count)
        {
            before = handles.Count;
            handles.UnionWith(pairs.Where(pair => handles.Contains(pair.One) || handles.Contains(pair.Other)).SelectMany(pair => new[] { pair.One, pair.Other }));
        }

        return handles.Count == units.Count ? units : [.. vault.Units().Where(unit => handles.Contains(unit.Handle))];
    }

    private static string LastLine(string text) => text.TrimEnd() is var trimmed && trimmed.LastIndexOf('\n') is var line && line >= 0 ? trimmed[(line + 1)..].Trim() : trimmed.Trim();

    private static IReadOnlyList<VaultUnit> Find(VaultStore vault, Func<StoredText, bool> isMeant)
    {
        var handles = TextIntegrity.Read(vault.Connection).Where(isMeant).Select(text => text.Handle).ToHashSet();
        return [.. vault.Units().Where(unit => handles.Contains(unit.Handle))];
    }
}
