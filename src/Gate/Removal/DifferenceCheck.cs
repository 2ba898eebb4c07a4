using System.Text;

namespace Blog.Gate.Removal;

/// <summary>The check of a removal: a changed file holds what the old one held, in its order, and of new words only those with which a removal says that something is gone.</summary>
internal static class DifferenceCheck
{
    // Words of tombstones and marks, in pages and in structured data.
    private static readonly HashSet<string> Own = new(["redacted", "removed", "by", "the", "moderators", "Comment", "comment", "creativeWorkStatus", "Deleted", "span", "class", "gone", "p", "who", "header"], StringComparer.Ordinal);

    /// <summary>Whether a file differs from the one before by removal alone.</summary>
    public static bool IsRemoval(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var old = Words(before);
        var at = 0;
        foreach (var word in Words(after))
        {
            var found = old.FindIndex(at, each => each == word);
            if (found >= 0 && (!Own.Contains(word) || found == at))
            {
                at = found + 1;
            }
            else if (!Own.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Runs of letters and digits, of any script; what stands between them is markup or punctuation, an escape of JSON too.</summary>
    private static List<string> Words(ReadOnlySpan<byte> bytes)
    {
        const int escape = 6; // a backslash, u and four digits
        var text = Encoding.UTF8.GetString(bytes);
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + escape <= text.Length && text[at + 1] == 'u')
            {
                at += escape;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(text[at..end]);
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }
}
