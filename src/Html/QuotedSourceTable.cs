namespace Blog.Html;

/// <summary>The words for kinds of quoted sources: in files, and as a page names them to those who hear it.</summary>
internal static class QuotedSourceTable
{
    private static readonly (QuotedSourceKind Kind, string Word, string Label)[] Rows =
    [
        (QuotedSourceKind.Press, "press", "Quoted from the press"),
        (QuotedSourceKind.Facebook, "facebook", "Quoted from Facebook"),
        (QuotedSourceKind.Transcript, "transcript", "Quoted from a transcript"),
        (QuotedSourceKind.Survey, "survey", "Quoted from a survey"),
    ];

    /// <summary>The kind a word of a file stands for.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out QuotedSourceKind kind)
    {
        foreach (var row in Rows)
        {
            if (word.Equals(row.Word, StringComparison.OrdinalIgnoreCase))
            {
                kind = row.Kind;
                return true;
            }
        }

        kind = default;
        return false;
    }

    /// <summary>Its word in files and in the markup.</summary>
    public static string ToWord(QuotedSourceKind kind) => Array.Find(Rows, row => row.Kind == kind).Word;

    /// <summary>What a page calls it.</summary>
    public static string LabelOf(QuotedSourceKind kind) => Array.Find(Rows, row => row.Kind == kind).Label;
}
