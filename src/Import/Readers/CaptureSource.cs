using Blog.Import.Captures;

namespace Blog.Import.Readers;

/// <summary>Captures: the plain text of a page, one file each.</summary>
/// <remarks>
/// A capture has no entries that a tokenizer could count, so its account is of characters: what the entries hold together must be the whole
/// file, or something fell between them.
/// </remarks>
internal sealed class CaptureSource : ISourceReader
{
    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        CaptureText text;
        using (var stream = input.Main.Open())
        {
            text = CaptureText.Read(stream, input.Main.FileName);
        }

        var held = 0L;
        foreach (var entry in CaptureReader.Entries(text, input.Name, input.Zone))
        {
            tally.EntriesSeen += entry is ImportedSource ? 0 : 1;
            held += entry switch
            {
                ImportedPost post => post.Body.Original.Markup.Length,
                ImportedComment comment => comment.Body.Original.Markup.Length,
                _ => 0,
            };
            yield return entry;
        }

        tally.Gaps += text.Lines.Sum(line => (long)line.Raw.Length) == held ? 0 : 1;
    }
}
