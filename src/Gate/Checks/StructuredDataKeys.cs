namespace Blog.Gate.Checks;

/// <summary>Words of structured data that are joined of several: a name that is one of them would be found in every page.</summary>
internal static class StructuredDataKeys
{
    // schema.org, as Pages/PostStructuredData and BlogStructuredData write it; a key of one small word is no name's spelling.
    private static readonly byte[][] Keys =
    [
        "\"commentCount\":"u8.ToArray(),
        "\"creativeWorkStatus\":"u8.ToArray(),
        "\"dateModified\":"u8.ToArray(),
        "\"datePublished\":"u8.ToArray(),
        "\"inLanguage\":"u8.ToArray(),
        "\"parentItem\":"u8.ToArray(),
        "\"@type\":\"DiscussionForumPosting\""u8.ToArray(),
    ];

    /// <summary>Whether a byte lies in such a word, quotes and colon included: the same letters in a text are none.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes, int offset)
    {
        foreach (var key in Keys)
        {
            var start = Math.Max(0, offset - key.Length + 1);
            var end = Math.Min(bytes.Length, offset + key.Length);
            if (bytes[start..end].IndexOf(key) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
