using System.Text;
using Blog.Import;
using Blog.Text;

namespace Blog.Vault;

/// <summary>
/// Decides what makes two comments one person's, by one rule: <b>never more than the old page told</b>. What it showed beside a comment
/// was a name and, for some, a link; the key that Blogger keeps for each author was hidden.
/// </summary>
/// <remarks>
/// In order:
/// <list type="number">
/// <item>Shown as Anonymous, Unknown, by a bare letter or without a name: nobody, whatever else is known. Each comment stays on its own.</item>
/// <item>Shown with a link: <c>pid:…</c> where the source has a key, else <c>profile:…</c>. The link told who it was; the key is the same
/// fact, and survives a change of the link's spelling.</item>
/// <item>Shown with a distinctive name only: <c>name:…</c>, folded. A hidden key neither joins two names (the page did not say that they
/// are one) nor parts two equal ones (it did not say that they are two).</item>
/// </list>
/// </remarks>
internal static class CommenterIdentity
{
    private static readonly HashSet<string> Shared = [.. EmbeddedText.Rows("Vault.SharedNames").Select(cells => Letters(cells[0]))];

    /// <summary>The identity, or null for those who stay unlinked.</summary>
    public static string? Of(ImportedAuthor author)
    {
        if (!IsDistinctive(author.Name))
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(author.ProfileUrl))
        {
            return string.IsNullOrWhiteSpace(author.Key) ? "profile:" + FoldAddress(author.ProfileUrl) : "pid:" + author.Key.Trim();
        }

        return "name:" + NameFolding.Fold(author.Name!); // not null: distinctive
    }

    /// <summary>Whether a name is one person's: not a word of <c>SharedNames.table.txt</c>, with or without a number behind it, and more than one letter.</summary>
    internal static bool IsDistinctive(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return false;
        }

        var letters = Letters(name);
        return letters.EnumerateRunes().Take(2).Count() == 2 && !Shared.Contains(letters);
    }

    /// <summary>The letters of a folded name only: "Anonymous (2)" is Anonymous, "J." one letter, "???" nothing.</summary>
    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var rune in NameFolding.Fold(name).EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters.Append(rune);
            }
        }

        return letters.ToString();
    }

    /// <summary>An address without what does not change where it leads: scheme http or https, <c>www.</c>, case of the host, a slash at the end.</summary>
    private static string FoldAddress(string address)
    {
        var rest = address.Trim();
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://", "//"])
        {
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[scheme.Length..];
                break;
            }
        }

        var end = rest.IndexOfAny(['/', '?', '#']);
        var host = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return host + (end < 0 ? string.Empty : rest[end..].TrimEnd('/'));
    }
}
