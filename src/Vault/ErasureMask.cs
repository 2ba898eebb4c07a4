using System.Text;
using Blog.Html;
using Blog.Import;
using Blog.Text;

namespace Blog.Vault;

/// <summary>Takes out of other texts what quotes an erased one or names its writer: a mark stands there instead. The same text gives the same result at every import.</summary>
internal sealed class ErasureMask(ErasureList list)
{
    private const string Changed = "quote of an erased text taken out";

    /// <summary>What stands where words were taken out.</summary>
    public static string Mark { get; } = RedactionMark.Opening + "]";

    /// <summary>The text without what the list knows; null where it holds nothing of it.</summary>
    /// <param name="text">Markdown or a title.</param>
    /// <param name="scope">The thread's scope, <see cref="ErasureList.ThreadScope"/>; null to look for passages alone.</param>
    public string? Apply(string text, string? scope)
    {
        var masked = Replace(text, list.Passages.Find(text));
        return scope is null ? masked : Replace(masked ?? text, list.Terms.Find(masked ?? text, scope)) ?? masked;
    }

    /// <summary>A body without what the list knows; the markup goes with it, since the same words stand there in another spelling.</summary>
    public ImportedBody Apply(ImportedBody body, string? scope) =>
        Apply(body.Markdown, scope) is { } masked ? new ImportedBody(new RawHtml(masked), masked, [.. body.Changes.Where(change => change.Reason != Changed), new TextChange(Changed, 1)]) : body;

    private static string? Replace(string text, IReadOnlyList<(int Start, int End)> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in places)
        {
            if (start >= at)
            {
                masked.Append(text, at, start - at).Append(Mark);
            }

            at = Math.Max(at, end);
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }
}
