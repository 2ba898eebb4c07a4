using System.Text;

namespace Blog.Redact;

/// <summary>One replacement in a text, by UTF-16 positions in the text as it was.</summary>
/// <param name="Start">First position replaced.</param>
/// <param name="Length">How much is replaced; 0 inserts.</param>
/// <param name="Text">What stands there instead.</param>
public readonly record struct TextEdit(int Start, int Length, string Text)
{
    /// <summary>Position after the last one replaced.</summary>
    public int End => Start + Length;

    /// <summary>Applies edits given in any order; of two that overlap, the one that begins first counts (of two at one place, the longer).</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length + 64);
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenByDescending(edit => edit.Length))
        {
            if (edit.Start < done)
            {
                continue;
            }

            result.Append(text, done, edit.Start - done).Append(edit.Text);
            done = edit.End;
        }

        return done == 0 ? text : result.Append(text, done, text.Length - done).ToString();
    }
}
