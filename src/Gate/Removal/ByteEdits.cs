using System.Text;

namespace Blog.Gate.Removal;

/// <summary>Puts other bytes in the place of stretches of a file.</summary>
internal static class ByteEdits
{
    /// <summary>The file with its edits made; of two that overlap the one that begins first, and of these the longer, stands.</summary>
    public static byte[] Apply(byte[] bytes, IEnumerable<(int From, int To, string Text)> edits)
    {
        using var made = new MemoryStream(bytes.Length);
        var at = 0;
        foreach (var (from, to, text) in edits.OrderBy(edit => edit.From).ThenByDescending(edit => edit.To))
        {
            if (from < at)
            {
                continue; // within one that was made
            }

            made.Write(bytes, at, from - at);
            made.Write(Encoding.UTF8.GetBytes(text));
            at = to;
        }

        made.Write(bytes, at, bytes.Length - at);
        return made.ToArray();
    }
}
