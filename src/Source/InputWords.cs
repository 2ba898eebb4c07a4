using System.Collections.Frozen;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Knows the words that stand in the heads of posts and comments whatever a person wrote: keys, and the values that come from a closed list.</summary>
internal static class InputWords
{
    private static readonly FrozenSet<string> Keys = FrontMatterReader.Keys.Concat(ThreadSyntax.Keys).Append("thread").Append("format").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = ((string[])
    [
        .. Enum.GetValues<CommentState>().Select(state => "state:" + CommentStateTable.ToWord(state)),
        .. ThreadSyntax.Reasons.Select(reason => "reason:" + reason),
        .. FrontMatterReader.ProvenanceWords.Select(word => "provenance:" + word),
        "draft:true",
        "draft:false",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word is a key of a post's or a comment's head.</summary>
    public static bool IsKey(ReadOnlySpan<byte> word) => Keys.Contains(Encoding.UTF8.GetString(word));

    /// <summary>Whether a value is one of those that alone may stand behind its key.</summary>
    public static bool IsWord(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) => Words.Contains(Encoding.UTF8.GetString(key) + ":" + Encoding.UTF8.GetString(value));
}
