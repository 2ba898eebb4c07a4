using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>Settles whom the comments of a post answer, once all of them are in: replies may come before their parent, and comments before their post.</summary>
/// <remarks>
/// A parent counts only under the same post. One that is not there, lies under another post, is the comment itself or leads back to it is
/// lost (a comment that another archive's stands for is that one): the comment keeps the name its source gives (<c>parent_source_id</c>) and no row. In a circle every member is lost, since
/// none of them is more the first than the others; what hangs on a circle keeps its parent.
/// </remarks>
internal sealed class ParentTable : IDisposable
{
    private readonly Statement _thread;
    private readonly Statement _write;
    private readonly Statement _lost;
    private readonly Statement _count;

    public ParentTable(SqliteConnection connection)
    {
        // A comment with an id is named by it; one without, by its number under the same post.
        _thread = new Statement(connection, """
            SELECT c.row, c.parent_source_id IS NOT NULL, c.parent_row, c.parent_lost, ifnull(ifnull(a.same_row, a.row), ifnull(b.same_row, b.row))
            FROM comment c JOIN post p ON p.row = ifnull(c.home_row, c.post_row)
                LEFT JOIN comment a ON a.source_row = c.source_row AND a.keyed = 0 AND a.key = c.parent_source_id AND a.post_row = c.post_row
                LEFT JOIN comment b ON b.source_row = c.source_row AND b.keyed = 1 AND b.key = p.source_id || '/' || c.parent_source_id AND b.post_row = c.post_row
            WHERE c.post_row = ?1
            """);
        _write = new Statement(connection, "UPDATE comment SET parent_row = ?2, parent_lost = ?3 WHERE row = ?1");
        _lost = new Statement(connection, "SELECT DISTINCT post_row FROM comment WHERE source_row = ?1 AND parent_lost = 1");
        _count = new Statement(connection, "SELECT count(parent_row), total(parent_lost) FROM comment WHERE source_row = ?1");
    }

    /// <summary>Settles the thread of one post, writing only what differs.</summary>
    public void Settle(long postRow)
    {
        var thread = Read(postRow);
        var rows = Array.ConvertAll(thread, link => link.Row);
        var parents = new int[thread.Length];
        for (var i = 0; i < thread.Length; i++)
        {
            parents[i] = thread[i].Parent is { } parent ? Array.BinarySearch(rows, parent) : -1;
        }

        CutCircles(parents);
        for (var i = 0; i < thread.Length; i++)
        {
            var link = thread[i];
            long? parentRow = parents[i] < 0 ? null : thread[parents[i]].Row;
            var lost = link.Names && parentRow is null;
            if (parentRow != link.HeldParent || lost != link.HeldLost)
            {
                _write.Bind(1, link.Row).Bind(2, parentRow).Bind(3, lost ? 1L : 0L).Run();
            }
        }
    }

    /// <summary>Which of these posts hold replies whose parent was lost so far, and may have come now.</summary>
    public IReadOnlyList<long> PostsWithLostParents(long sourceRow, RowSet posts)
    {
        var found = new List<long>();
        if (posts.Count == 0)
        {
            return found;
        }

        _lost.Bind(1, sourceRow);
        while (_lost.Step())
        {
            if (posts.Contains(_lost.Long(0)))
            {
                found.Add(_lost.Long(0));
            }
        }

        return found;
    }

    /// <summary>How many comments of a source have a parent, and how many have lost one.</summary>
    public (long Resolved, long Lost) Count(long sourceRow)
    {
        _count.Bind(1, sourceRow).Step();
        var counts = (_count.Long(0), _count.Long(1));
        _count.Rest();
        return counts;
    }

    public void Dispose()
    {
        _thread.Dispose();
        _write.Dispose();
        _lost.Dispose();
        _count.Dispose();
    }

    /// <summary>The thread's links by row. Numbers only: a thread of 400,000 comments must not stand in memory with its texts.</summary>
    private Link[] Read(long postRow)
    {
        var links = new List<Link>();
        _thread.Bind(1, postRow);
        while (_thread.Step())
        {
            links.Add(new Link(_thread.Long(0), _thread.Long(1) != 0, _thread.LongOrNull(2), _thread.Long(3) != 0, _thread.LongOrNull(4)));
        }

        links.Sort((a, b) => a.Row.CompareTo(b.Row));
        return [.. links];
    }

    /// <summary>Sets the parent of every member of a circle to -1, in one pass without recursion.</summary>
    private static void CutCircles(int[] parents)
    {
        var walk = new int[parents.Length]; // number of the walk that came here first, from 1
        for (var start = 0; start < parents.Length; start++)
        {
            var at = start;
            while (at >= 0 && walk[at] == 0)
            {
                walk[at] = start + 1;
                at = parents[at];
            }

            if (at < 0 || walk[at] != start + 1)
            {
                continue; // ended at the top level or on an earlier walk
            }

            while (parents[at] >= 0)
            {
                (parents[at], at) = (-1, parents[at]);
            }
        }
    }

    /// <param name="Row">The comment.</param>
    /// <param name="Names">Whether its source names a parent.</param>
    /// <param name="HeldParent">Its parent as the store has it.</param>
    /// <param name="HeldLost">Whether the store has its parent as lost.</param>
    /// <param name="Parent">Row of the comment that is named.</param>
    private readonly record struct Link(long Row, bool Names, long? HeldParent, bool HeldLost, long? Parent);
}
