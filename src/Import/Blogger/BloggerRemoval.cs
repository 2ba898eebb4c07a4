using Blog.Model;

namespace Blog.Import.Blogger;

/// <summary>Tells removed comments and who removed them: by Blogger's mark, and in exports older than the mark (2008 to 2010) by its sentence.</summary>
internal static class BloggerRemoval
{
    private static readonly string[] Sentences =
    [
        "This comment has been removed by a blog administrator.",
        "This comment has been removed by the blog administrator.",
        "This comment has been removed by the author.",
        "This comment has been deleted.",
        "This post has been removed by a blog administrator.",
        "This post has been removed by the author.",
    ];

    // "administrator" and "author" begin alike in the languages Blogger speaks with Latin letters (administrador, amministratore, Autor,
    // auteur, autore); the rest are Russian, Greek, Japanese, Korean and Chinese.
    private static readonly string[] AdministratorWords = ["admin", "ammin", "админ", "διαχειρ", "管理", "관리"];
    private static readonly string[] AuthorWords = ["author", "autor", "auteur", "autore", "forfatter", "författ", "schrijver", "автор", "συγγραφ", "作者", "投稿者", "작성자"];

    /// <summary>
    /// The state of a comment. Without the mark, the sentence alone is not enough, since people quote it: a removed comment also has no
    /// title (Blogger makes one from the text of every other comment) or no address (FORMATS section 1a).
    /// </summary>
    public static CommentState Read(BloggerEntry entry, out bool known)
    {
        known = true;
        var text = entry.Content.AsSpan().Trim();
        if (!entry.Removed && !(Array.Exists(Sentences, sentence => entry.Content?.Trim() == sentence)
            && (string.IsNullOrWhiteSpace(entry.Title) || entry.Alternate is null)))
        {
            return CommentState.Published;
        }

        if (text.Length < 500 && ContainsAny(text, AdministratorWords))
        {
            return CommentState.RemovedByAdmin;
        }

        if (text.Length < 500 && ContainsAny(text, AuthorWords))
        {
            return CommentState.RemovedByAuthor;
        }

        known = false;
        return CommentState.RemovedByAdmin;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
