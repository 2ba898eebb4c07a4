using System.Text;
using Blog.Vault;

namespace Blog.Tests.Vault;

/// <summary>Everything archives brought into a store, line by line in an order of its own: two stores with the same lines hold the same.</summary>
/// <remarks>Handles, keys and row numbers are random or follow the order of imports; they are left out or written as the ids they stand for.</remarks>
internal static class StoreContents
{
    public static string Of(VaultStore store)
    {
        var lines = new List<string>();
        using (var posts = new Statement(store.Connection, """
            SELECT 'post ' || s.format || ' ' || p.source_id || ' ' || ifnull(p.visibility, '-') || ifnull(' same as ' || q.source_id, '') || ' ' || p.present || ' ' || ifnull(p.public_id, '-') || ' ' || ifnull(p.published, '-')
                || ' ' || ifnull(p.published_offset, '-') || ' ' || p.ordinal || ' ' || p.flags || ' ' || ifnull(p.standing, '-') || ' ' || ifnull(w.name, '-') || ' ' || ifnull(t.title, '-') || ' ' || ifnull(t.permalink, '-')
                || ' ' || ifnull(hex(t.hash), '-') || ' ' || ifnull(t.markdown, '-') || ' ' || ifnull((SELECT group_concat(name) FROM post_label WHERE post_row = p.row), '')
            FROM post p JOIN source s ON s.row = p.source_row LEFT JOIN post q ON q.row = p.same_row LEFT JOIN post_text t ON t.post_row = p.row LEFT JOIN person w ON w.row = p.author_row
            """))
        {
            Read(posts, lines);
        }

        using (var comments = new Statement(store.Connection, """
            SELECT 'comment ' || s.format || ' ' || c.key || ' ' || c.visibility || ' on ' || p.source_id || ifnull(' same as ' || q.key, '') || ' to ' || ifnull(a.key, '-') || ' ' || c.parent_lost || ' ' || ifnull(c.parent_source_id, '-') || ' ' || c.state
                || ' ' || ifnull(h.source_id, '-') || ' ' || ifnull(c.published, '-') || ' ' || ifnull(c.published_offset, '-') || ' ' || c.ordinal || ' ' || c.flags || ' ' || ifnull(c.standing, '-')
                || ' ' || ifnull(w.name, '-') || ' ' || ifnull(hex(t.hash), '-') || ' ' || ifnull(t.markdown, '-')
            FROM comment c JOIN source s ON s.row = c.source_row JOIN post p ON p.row = c.post_row LEFT JOIN post h ON h.row = c.home_row LEFT JOIN comment q ON q.row = c.same_row LEFT JOIN comment a ON a.row = c.parent_row
                LEFT JOIN comment_text t ON t.comment_row = c.row LEFT JOIN person w ON w.row = c.author_row
            """))
        {
            Read(comments, lines);
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static void Read(Statement statement, List<string> lines)
    {
        while (statement.Step())
        {
            lines.Add(new StringBuilder(statement.Required(0)).Replace("\n", "\\n").ToString());
        }
    }
}
