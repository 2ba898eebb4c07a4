using System.Text;

namespace Blog.Vault;

/// <summary>Full-text search over titles, posts and comments, of every visibility and state: for moderators, never for readers.</summary>
internal sealed class VaultSearch : IDisposable
{
    /// <summary>What FTS5 puts around a word it found: noncharacters (Unicode 23.7), which texts do not hold.</summary>
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    /// <summary>More texts than this are not ranked: words that stand nearly everywhere rank nothing, and weighing 100,000 texts takes longer than anybody waits.</summary>
    private const long MostRanked = 10_000;

    private readonly VaultStore _store;
    private readonly Index _posts;
    private readonly Index _comments;

    public VaultSearch(VaultStore store)
    {
        _store = store;
        var marks = $"'{Open}', '{Close}'";
        _posts = new Index(store, "post", "post_search", $"s.title, s.markdown, highlight(post_search, 0, {marks}), highlight(post_search, 1, {marks})");
        _comments = new Index(store, "comment", "comment_search", $"NULL, s.markdown, NULL, highlight(comment_search, 0, {marks})");
    }

    /// <summary>Whether texts have come that the index does not hold yet.</summary>
    public bool IsBehind
    {
        get
        {
            using var behind = new Statement(_store.Connection, """
                SELECT posts < (SELECT ifnull(max(post_row), 0) FROM post_text) OR comments < (SELECT ifnull(max(comment_row), 0) FROM comment_text) FROM search_reach
                """);
            return behind.Number() != 0;
        }
    }

    /// <summary>Takes in the texts that have come since, in one transaction: killed in between, the index is as it was and says so by its reach.</summary>
    public void CatchUp()
    {
        if (!IsBehind)
        {
            return;
        }

        if (_store.IsInTransaction)
        {
            TakeIn();
            return;
        }

        using var transaction = _store.BeginTransaction();
        TakeIn();
        transaction.Commit();
    }

    /// <summary>Whether the index says of every text what stands in it (sqlite.org/fts5.html, 6.4: a rank of 1 compares with the texts).</summary>
    public bool IsSound()
    {
        try
        {
            _store.Execute("INSERT INTO post_search (post_search, rank) VALUES ('integrity-check', 1); INSERT INTO comment_search (comment_search, rank) VALUES ('integrity-check', 1)");
            return true;
        }
        catch (VaultException e) when (e.Fault == VaultFault.Damaged)
        {
            return false;
        }
    }

    /// <summary>Makes the index anew from the texts.</summary>
    public void Rebuild()
    {
        using var transaction = _store.BeginTransaction();
        _store.Execute("""
            INSERT INTO post_search (post_search) VALUES ('rebuild');
            INSERT INTO comment_search (comment_search) VALUES ('rebuild');
            UPDATE search_reach SET posts = (SELECT ifnull(max(row), 0) FROM post), comments = (SELECT ifnull(max(row), 0) FROM comment);
            """);
        transaction.Commit();
    }

    public IReadOnlyList<SearchHit> Find(string query, int limit)
    {
        if (limit <= 0 || SearchQuery.ToExpression(query) is not { } expression)
        {
            return [];
        }

        CatchUp();
        List<(double Rank, SearchHit Hit)> hits = [.. Find(_posts, expression, limit, isPost: true), .. Find(_comments, expression, limit, isPost: false)];

        // The ranks come from two indexes and are only nearly of one measure; the sort is stable, so equal ones stay as they came.
        return [.. hits.OrderBy(hit => hit.Rank).Take(limit).Select(hit => hit.Hit)];
    }

    public void Dispose()
    {
        _posts.Dispose();
        _comments.Dispose();
    }

    private static List<(double Rank, SearchHit Hit)> Find(Index index, string expression, int limit, bool isPost)
    {
        var found = index.Count.Bind(1, expression).Bind(2, MostRanked + 1).Number() ?? 0;
        var list = new List<(double, SearchHit)>();
        if (found == 0)
        {
            return list;
        }

        var rows = (found > MostRanked ? index.Latest : index.Best).Bind(1, expression).Bind(2, (long)limit);
        while (rows.Step())
        {
            List<SearchMatch> matches = [.. Matches(TextField.Title, rows.Text(2), rows.Text(4)), .. Matches(TextField.Body, rows.Text(3), rows.Text(5))];
            list.Add((rows.Double(1), new SearchHit(VaultHandle.Of(rows.Blob(0)), isPost, matches)));
        }

        return list;
    }

    /// <summary>Positions of what stands between the marks. A text that holds such a mark itself cannot be told apart and gets none.</summary>
    private static List<SearchMatch> Matches(TextField field, string? text, string? marked)
    {
        var matches = new List<SearchMatch>();
        if (text is null || marked is null)
        {
            return matches;
        }

        var plain = new StringBuilder(text.Length);
        var start = 0;
        foreach (var c in marked)
        {
            switch (c)
            {
                case Open:
                    start = plain.Length;
                    break;
                case Close:
                    matches.Add(new SearchMatch(field, start, plain.Length - start));
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.Equals(text.AsSpan()) ? matches : [];
    }

    private void TakeIn()
    {
        _store.Execute("""
            INSERT INTO post_search (rowid, title, markdown)
                SELECT post_row, title, markdown FROM post_text WHERE post_row > (SELECT posts FROM search_reach) ORDER BY post_row;
            INSERT INTO comment_search (rowid, markdown)
                SELECT comment_row, markdown FROM comment_text WHERE comment_row > (SELECT comments FROM search_reach) ORDER BY comment_row;
            UPDATE search_reach SET posts = max(posts, (SELECT ifnull(max(row), 0) FROM post)), comments = max(comments, (SELECT ifnull(max(row), 0) FROM comment));
            """);
    }

    /// <summary>The statements on one of the two indexes.</summary>
    private sealed class Index : IDisposable
    {
        public Index(VaultStore store, string unit, string index, string columns)
        {
            Count = new Statement(store.Connection, $"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ?1 LIMIT ?2)");
            Best = new Statement(store.Connection, $"""
                SELECT u.handle, s.rank, {columns} FROM {index} s JOIN {unit} u ON u.row = s.rowid WHERE {index} MATCH ?1 ORDER BY s.rank LIMIT ?2
                """);
            Latest = new Statement(store.Connection, $"""
                SELECT u.handle, 0.0, {columns} FROM {index} s JOIN {unit} u ON u.row = s.rowid WHERE {index} MATCH ?1 ORDER BY s.rowid DESC LIMIT ?2
                """);
        }

        public Statement Count { get; }

        public Statement Best { get; }

        public Statement Latest { get; }

        public void Dispose()
        {
            Count.Dispose();
            Best.Dispose();
            Latest.Dispose();
        }
    }
}
