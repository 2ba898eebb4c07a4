using Blog.Import.Documents;

namespace Blog.Guests;

/// <summary>Makes a guest's text of a document that was read: its words go in, what stood beside them is kept sealed, everything else is left behind.</summary>
public static class GuestDocument
{
    /// <summary>The piece of a document that is the text: the document itself, else the only attachment that has words.</summary>
    /// <param name="read">The document.</param>
    /// <param name="attachment">Number of the attachment that a person chose, from 1; null for none.</param>
    /// <exception cref="GuestException">There is no such attachment, no text at all, or several that could be meant.</exception>
    public static ReadDocument TextOf(ReadDocument read, int? attachment = null)
    {
        if (attachment is { } number)
        {
            var chosen = number >= 1 && number <= read.Attachments.Count ? read.Attachments[number - 1] : throw new GuestException($"There are {read.Attachments.Count} attachments. Nothing was kept.");
            return chosen.Document ?? throw new GuestException($"{chosen.WhyNot ?? "This attachment is no text."} Nothing was kept.");
        }

        return read.Markdown.Length > 0 ? read : read.Attachments.Select(each => each.Document).Where(document => document is { Markdown.Length: > 0 }).ToList() switch
        {
            [{ } only] => only,
            [] => throw new GuestException("There is no text in it. Nothing was kept."),
            _ => throw new GuestException("The mail itself has no words, and several of its attachments have. Choose one: guest add FILE --attachment NUMBER. Nothing was kept."),
        };
    }

    /// <summary>What is taken in.</summary>
    /// <param name="read">The whole document, which says who sent it.</param>
    /// <param name="text">The piece that is the text.</param>
    /// <param name="title">Title that a person gave; null for the document's own.</param>
    /// <param name="sender">Who sent it, where the document does not say; null for nobody.</param>
    /// <param name="isNeutral">Whether typing habits are made neutral.</param>
    public static GuestArrival Arrival(ReadDocument read, ReadDocument text, string? title, string? sender, bool isNeutral)
    {
        title ??= text.Title ?? read.Title;
        var markdown = WithoutTitle(text.Markdown, text.Title);
        return new GuestArrival(title is null || !isNeutral ? title : Typography.MakeNeutral(title).Markdown, isNeutral ? Typography.MakeNeutral(markdown).Markdown : markdown)
        {
            Sender = read.Sender is { } by ? $"{by.Name} {by.Address}".Trim() : sender,
            Hidden = [.. read.Hidden.Select(piece => new HiddenWords($"{piece.Kind}, {piece.Where}{(piece.By is { } who ? $", by {who}" : string.Empty)}{(piece.IsInText ? ", stands in the text" : string.Empty)}", piece.Text))],
        };
    }

    /// <summary>A text without the heading that became its title: a page says a title once.</summary>
    private static string WithoutTitle(string markdown, string? title)
    {
        var end = markdown.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && title is { Length: > 0 } && markdown[0] == '#' && markdown[..end].TrimStart('#').Trim() == title ? markdown[end..].TrimStart('\n') : markdown;
    }
}
