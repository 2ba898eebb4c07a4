using System.Diagnostics.CodeAnalysis;

namespace Blog.Model;

/// <summary>One or more ids of comments, each once, in the order in which they are written; two lists of the same ids are equal.</summary>
public sealed record CommentIds
{
    private readonly string _text;

    private CommentIds(string text) => _text = text;

    /// <summary>The ids.</summary>
    public IEnumerable<CommentId> All => _text.Split(' ').Select(CommentId.Parse);

    /// <summary>A list of ids; null of none.</summary>
    public static CommentIds? Of(IEnumerable<CommentId> ids)
    {
        var text = string.Join(' ', ids.Distinct());
        return text.Length == 0 ? null : new CommentIds(text);
    }

    /// <summary>Reads ids with one blank between them; false for anything else, an id that stands twice too.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CommentIds? ids)
    {
        ids = null;
        var parts = text.Split(' ');
        if (!parts.All(part => CommentId.TryParse(part, out _)) || parts.Distinct(StringComparer.Ordinal).Count() != parts.Length)
        {
            return false;
        }

        ids = new CommentIds(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
