using System.Text;

namespace Blog.Import.Documents;

/// <summary>Joins the lines of a mail in "format=flowed" (RFC 3676).</summary>
internal static class FlowedText
{
    /// <summary>The text with its soft line ends joined; quoted lines begin with one <c>&gt;</c> a level and a blank.</summary>
    /// <param name="text">As sent, decoded.</param>
    /// <param name="deletesSpace">The parameter DelSp: the blank before a soft line end is not part of the text.</param>
    public static string Join(string text, bool deletesSpace)
    {
        var joined = new StringBuilder(text.Length);
        var openDepth = -1; // depth of the paragraph that goes on; -1 where none does
        foreach (var source in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var depth = source.AsSpan().IndexOfAnyExcept('>');
            depth = depth < 0 ? source.Length : depth;
            var line = source[depth..];
            line = line.StartsWith(' ') ? line[1..] : line;
            var isSignature = line == "-- ";
            if (openDepth != depth || isSignature)
            {
                joined.Append(joined.Length > 0 ? "\n" : string.Empty).Append('>', depth).Append(depth > 0 ? " " : string.Empty);
            }

            var isSoft = line.EndsWith(' ') && !isSignature;
            joined.Append(isSoft && deletesSpace ? line[..^1] : line);
            openDepth = isSoft ? depth : -1;
        }

        return joined.ToString();
    }
}
