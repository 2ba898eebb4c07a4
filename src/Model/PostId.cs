using System.Diagnostics.CodeAnalysis;

namespace Blog.Model;

/// <summary>The public id of a post, <c>[a-z0-9-]{1,40}</c>; unique over all posts, pages and comments of a blog.</summary>
public readonly record struct PostId
{
    private PostId(string value) => Value = value;

    /// <summary>The id as it stands in files and addresses.</summary>
    public string Value { get; }

    /// <summary>Reads an id; false when it does not match <c>[a-z0-9-]{1,40}</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PostId id)
    {
        var valid = text is not null && IdSyntax.IsValid(text);
        id = valid ? new PostId(text!) : default; // not null: just checked
        return valid;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">It does not match <c>[a-z0-9-]{1,40}</c>.</exception>
    public static PostId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("An id has 1 to 40 characters of a-z, 0-9 and '-'.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
