using System.Text;
using System.Text.RegularExpressions;
using Blog.Import;
using Blog.Text;
using Microsoft.Data.Sqlite;

namespace Blog.Vault;

/// <summary>
/// Puts the archives of a store together: a post or comment that two of them have stands once, and comments whose post is in another archive
/// stand under it.
/// </summary>
/// <remarks>
/// Worked out anew from all archives at the end of each import, never from what an earlier import found, so the order of imports says nothing.
/// Nothing is deleted: what steps back keeps its row and words, and comes forward again if the other goes. docs/importing.md has the rules.
/// </remarks>
internal sealed partial class SourceMerge
{
    private readonly SqliteConnection _connection;
    private readonly HashSet<long> _touched = [];
    private readonly Dictionary<long, long> _target = []; // post row to the post that stands for it

    private SourceMerge(SqliteConnection connection) => _connection = connection;

    /// <summary>Puts them together, in the open transaction.</summary>
    public static MergeResult Settle(VaultStore store, CancellationToken cancellation)
    {
        var merge = new SourceMerge(store.Connection);
        if (merge.Number("SELECT count(*) FROM source") < 2)
        {
            return new MergeResult(0, 0, merge.Waiting(), []);
        }

        var posts = merge.Posts();
        var groups = Groups(posts);
        foreach (var group in groups.Where(group => group.Count > 1))
        {
            group.Sort(MergedPost.Compare);
            foreach (var post in group.Skip(1))
            {
                merge._target[post.Row] = group[0].Row;
            }
        }

        var same = merge._target.Count;
        merge.FindThreads(posts);
        merge.MoveHome();
        merge.Move(cancellation);
        var comments = merge.SameComments(cancellation);
        return new MergeResult(same, comments, merge.Waiting(), merge._touched);
    }

    private long Number(string sql)
    {
        using var statement = new Statement(_connection, sql);
        return statement.Number() ?? 0;
    }

    private int Waiting() => (int)Number("""
        SELECT count(*) FROM comment c JOIN post p ON p.row = c.post_row
        WHERE p.present = 0 AND c.visibility = 'public' AND p.row IN (SELECT post_row FROM thread_address)
        """);

    /// <summary>Rows of the posts on whose comments somebody has decided: from the decisions to the comments, since asking post by post reads every comment each time.</summary>
    private HashSet<long> PostsOfDecisions()
    {
        using var rows = new Statement(_connection, "SELECT DISTINCT ifnull(c.home_row, c.post_row) FROM decision d CROSS JOIN comment c ON c.handle = d.unit");
        var posts = new HashSet<long>();
        while (rows.Step())
        {
            posts.Add(rows.Long(0));
        }

        return posts;
    }

    private List<MergedPost> Posts()
    {
        var workedOn = PostsOfDecisions();
        using var rows = new Statement(_connection, """
            SELECT p.row, s.row, s.format, s.key, p.source_id, s.address, t.permalink, t.title, p.published, p.published_precision, p.visibility,
                EXISTS (SELECT 1 FROM given_number g WHERE g.post_row = p.row)
                    OR EXISTS (SELECT 1 FROM decision d WHERE d.unit = p.handle)
            FROM post p JOIN source s ON s.row = p.source_row JOIN post_text t ON t.post_row = p.row
            WHERE p.present = 1
            """);
        var posts = new List<MergedPost>();
        while (rows.Step())
        {
            var format = rows.Required(2);
            if (!FormatOrder.IsArchive(format))
            {
                continue;
            }

            var exact = rows.Text(9) is { } precision && precision != VaultWords.Of(Model.DatePrecision.Month);
            posts.Add(new MergedPost
            {
                Row = rows.Long(0),
                Source = rows.Long(1),
                Format = format,
                Key = rows.Required(3),
                SourceId = rows.Required(4),
                Host = OldAddress.Fold(rows.Text(5)) is { } folded ? OldAddress.HostOf(folded) : null,
                Path = rows.Text(6) is { } path ? OldAddress.Path(path) : string.Empty,
                Title = Fold(rows.Text(7), keepSpaces: true),
                Published = exact ? new DateTimeOffset(rows.Long(8), TimeSpan.Zero) : null,
                IsHidden = rows.Required(10) != VaultWords.Of(Visibility.Public),
                IsWorkedOn = rows.Long(11) != 0 || workedOn.Contains(rows.Long(0)),
            });
        }

        return posts;
    }

    /// <summary>Groups of the same posts; an archive has at most one in each.</summary>
    private static List<List<MergedPost>> Groups(List<MergedPost> posts)
    {
        posts.Sort((left, right) => FormatOrder.Compare((left.Format, left.Key, left.SourceId), (right.Format, right.Key, right.SourceId)));
        var groups = new List<List<MergedPost>>();
        var of = new Dictionary<long, List<MergedPost>>();
        var byPath = posts.Where(post => post.Path.Length > 1).GroupBy(post => "path " + post.Path, StringComparer.Ordinal);
        var byTitle = posts.Where(post => post.Title.Length > 0).GroupBy(post => "title " + post.Title, StringComparer.Ordinal);
        foreach (var bucket in byPath.Concat(byTitle).OrderBy(bucket => bucket.Key, StringComparer.Ordinal))
        {
            var members = bucket.ToList();
            for (var i = 1; i < members.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (members[i].Source != members[j].Source && members[i].IsSame(members[j]))
                    {
                        Join(members[i], members[j]);
                        break;
                    }
                }
            }
        }

        return groups;

        void Join(MergedPost left, MergedPost right)
        {
            var (mine, theirs) = (GroupOf(left), GroupOf(right));
            if (mine != theirs && !mine.Exists(post => theirs.Exists(other => other.Source == post.Source)))
            {
                theirs.AddRange(mine);
                foreach (var post in mine)
                {
                    of[post.Row] = theirs;
                }

                groups.Remove(mine);
            }
        }

        List<MergedPost> GroupOf(MergedPost post)
        {
            if (!of.TryGetValue(post.Row, out var group))
            {
                of[post.Row] = group = [post];
                groups.Add(group);
            }

            return group;
        }
    }

    /// <summary>Pages of comments alone: the post is the one their surest name leads to.</summary>
    private void FindThreads(List<MergedPost> posts)
    {
        var byPath = new Dictionary<string, List<MergedPost>>(StringComparer.Ordinal);
        var byNumber = new Dictionary<string, MergedPost>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            Add(post.Path, post);
            if (post.Format == "wordpress" && post.SourceId.All(char.IsAsciiDigit))
            {
                Add("?p=" + post.SourceId, post); // the address WordPress always answers to
            }

            if (post.Format == "blogger-classic" && post.SourceId.Length > 10)
            {
                byNumber.TryAdd(post.SourceId, post);
            }
        }

        using var threads = new Statement(_connection, "SELECT a.post_row, a.address FROM thread_address a JOIN post p ON p.row = a.post_row WHERE p.present = 0 ORDER BY a.post_row, a.position");
        while (threads.Step())
        {
            var row = threads.Long(0);
            if (!_target.ContainsKey(row) && Find(threads.Required(1)) is { } post)
            {
                _target[row] = _target.GetValueOrDefault(post.Row, post.Row);
            }
        }

        void Add(string path, MergedPost post)
        {
            if (path.Length > 1)
            {
                if (!byPath.TryGetValue(path, out var list))
                {
                    byPath.Add(path, list = []);
                }

                list.Add(post);
            }
        }

        MergedPost? Find(string name)
        {
            // WordPress names pages "123 http://quay.example/?p=123".
            name = name.Trim();
            var last = name[(name.LastIndexOf(' ') + 1)..];
            if (OldAddress.Fold(last) is not { } folded)
            {
                return byNumber.GetValueOrDefault(last) ?? (last.StartsWith('/') ? Only(OldAddress.Path(last), null) : null);
            }

            return Only(OldAddress.PathOf(folded), OldAddress.HostOf(folded));
        }

        // On the blog's own host, else on an unknown one, else on any: comments come from mirrors, translators and the writer's own machine (FORMATS 1e).
        MergedPost? Only(string path, string? host)
        {
            if (!byPath.TryGetValue(path, out var list))
            {
                return null;
            }

            foreach (var fits in (ReadOnlySpan<Func<MergedPost, bool>>)[post => host is not null && post.Host == host, post => post.Host is null, _ => path.Length > 8])
            {
                var found = list.Where(fits).Select(post => _target.GetValueOrDefault(post.Row, post.Row)).Distinct().ToList();
                if (found.Count == 1)
                {
                    return list.First(fits);
                }

                if (found.Count > 1)
                {
                    return null; // nobody can say which
                }
            }

            return null;
        }
    }

    /// <summary>Lays every comment back where its own archive has it.</summary>
    private void MoveHome()
    {
        using var moved = new Statement(_connection, "SELECT DISTINCT post_row, home_row FROM comment WHERE home_row IS NOT NULL UNION SELECT DISTINCT post_row, post_row FROM comment WHERE same_row IS NOT NULL");
        while (moved.Step())
        {
            _touched.Add(moved.Long(0));
            _touched.Add(moved.Long(1));
        }

        VaultSchema.Execute(_connection, """
            UPDATE comment SET post_row = home_row, home_row = NULL WHERE home_row IS NOT NULL;
            UPDATE comment SET same_row = NULL WHERE same_row IS NOT NULL;
            """);
        using var held = new Statement(_connection, "SELECT row, same_row FROM post WHERE same_row IS NOT NULL");
        var stale = new List<long>();
        while (held.Step())
        {
            if (_target.GetValueOrDefault(held.Long(0)) != held.Long(1))
            {
                stale.Add(held.Long(0));
            }
        }

        using var clear = new Statement(_connection, "UPDATE post SET same_row = NULL WHERE row = ?1");
        foreach (var row in stale)
        {
            clear.Bind(1, row).Run();
        }
    }

    private void Move(CancellationToken cancellation)
    {
        using var present = new Statement(_connection, "UPDATE post SET same_row = ?2 WHERE row = ?1 AND present = 1 AND same_row IS NOT ?2");
        using var comments = new Statement(_connection, "UPDATE comment SET home_row = post_row, post_row = ?2 WHERE post_row = ?1");
        foreach (var (from, to) in _target.OrderBy(pair => pair.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            present.Bind(1, from).Bind(2, to).Run();
            if (comments.Bind(1, from).Bind(2, to).Run() > 0)
            {
                _touched.Add(to);
            }
        }
    }

    /// <summary>Comments of a thread that two archives have. Only threads of several archives are read, one at a time.</summary>
    private int SameComments(CancellationToken cancellation)
    {
        var threads = _target.Values.Distinct().Order().ToList();
        using var read = new Statement(_connection, """
            SELECT c.row, c.source_row, s.format, s.key, c.key, t.markdown, w.name, c.published, c.published_precision, c.visibility, c.state,
                EXISTS (SELECT 1 FROM decision d WHERE d.unit = c.handle)
            FROM comment c JOIN source s ON s.row = c.source_row JOIN comment_text t ON t.comment_row = c.row LEFT JOIN person w ON w.row = c.author_row
            WHERE c.post_row = ?1
            """);
        using var write = new Statement(_connection, "UPDATE comment SET same_row = ?2 WHERE row = ?1");
        var count = 0;
        foreach (var thread in threads)
        {
            cancellation.ThrowIfCancellationRequested();
            var comments = new List<MergedComment>();
            read.Bind(1, thread);
            while (read.Step())
            {
                comments.Add(new MergedComment
                {
                    Row = read.Long(0),
                    Source = read.Long(1),
                    Name = (read.Required(2), read.Required(3), read.Required(4)),
                    Words = Fold(LinkTarget().Replace(read.Text(5) ?? string.Empty, "]"), keepSpaces: false),
                    Author = Fold(read.Text(6), keepSpaces: false),
                    Minute = read.Text(8) == VaultWords.Of(Model.DatePrecision.Minute) ? new DateTimeOffset(read.Long(7), TimeSpan.Zero) : null,
                    IsHidden = read.Required(9) != VaultWords.Of(Visibility.Public) || read.Required(10) != Model.CommentStateTable.ToWord(Model.CommentState.Published),
                    IsWorkedOn = read.Long(11) != 0,
                });
            }

            comments.Sort((left, right) => MergedComment.Compare(left, right));
            foreach (var bucket in comments.GroupBy(comment => comment.Words, StringComparer.Ordinal).Where(bucket => bucket.Skip(1).Any()))
            {
                // Each comment of one archive has at most one counterpart in another: who wrote "Thanks" twice said it twice.
                var standing = new List<(MergedComment Comment, HashSet<long> Sources)>();
                foreach (var comment in bucket)
                {
                    var at = standing.FindIndex(other => !other.Sources.Contains(comment.Source) && other.Comment.IsSame(comment));
                    if (at < 0)
                    {
                        standing.Add((comment, [comment.Source]));
                    }
                    else
                    {
                        standing[at].Sources.Add(comment.Source);
                        write.Bind(1, comment.Row).Bind(2, standing[at].Comment.Row).Run();
                        _touched.Add(thread);
                        count++;
                    }
                }
            }
        }

        return count;
    }

    /// <summary>Letters and digits of a text in one spelling, so that marks, entities and quotes of two formats do not matter.</summary>
    private static string Fold(string? text, bool keepSpaces)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in NameFolding.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(rune);
            }
            else if (keepSpaces && Rune.IsWhiteSpace(rune) && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    [GeneratedRegex(@"\]\([^)\s]{0,2000}(?: ""[^""]{0,500}"")?\)|https?://\S{1,2000}", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTarget();
}
