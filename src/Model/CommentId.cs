using System.Diagnostics.CodeAnalysis;

namespace Blog.Model;

/// <summary>The public id of a comment, <c>[a-z0-9-]{1,40}</c>; unique over all posts, pages and comments of a blog.</summary>
public readonly record struct CommentId
{
    private CommentId(string value) => Value = value;

    /// <summary>The id as it stands in files and addresses.</summary>
    public string Value { get; }

    /// <summary>The anchor of this comment on its page: <c>c</c> and the id.</summary>
    public string Anchor => "c" + Value;

    /// <summary>Reads an id; false when it does not match <c>[a-z0-9-]{1,40}</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CommentId id)
    {
        var valid = text is not null && IdSyntax.IsValid(text);
        id = valid ? new CommentId(text!) : default; // not null: just checked
        return valid;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">It does not match <c>[a-z0-9-]{1,40}</c>.</exception>
    public static CommentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("An id has 1 to 40 characters of a-z, 0-9 and '-'.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
