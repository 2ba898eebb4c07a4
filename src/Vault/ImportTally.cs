using Blog.Html;
using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>Adds an import up: each entry once, under what it is and what became of it.</summary>
internal sealed class ImportTally
{
    private readonly SortedDictionary<(int Kind, Visibility Visibility, CommentState State), int[]> _counts = [];
    private readonly Dictionary<(string Reason, bool Lost), (int Count, List<string> Ids)> _skipped = [];
    private readonly SortedDictionary<string, int> _changes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _flags = new(StringComparer.Ordinal);

    /// <summary>Entries so far.</summary>
    public int Entries { get; private set; }

    /// <summary>Entries taken in, by what became of them.</summary>
    public int Of(TakenAs taken) => _counts.Values.Sum(counts => counts[(int)taken]);

    public void Add(ImportedPost post, TakenAs taken)
    {
        Add(((int)post.Kind, post.Visibility, CommentState.Published), taken);
        Add(post.Body.Changes, post.Flags);
    }

    public void Add(ImportedComment comment, TakenAs taken)
    {
        Add((int.MaxValue, comment.Visibility, comment.State), taken);
        Add(comment.Body.Changes, comment.Flags);
    }


    public void Add(SkippedEntry skipped)
    {
        Entries++;
        var (count, ids) = _skipped.GetValueOrDefault((skipped.Reason, skipped.Lost), (0, []));
        if (ids.Count < SkippedCount.MaxIds)
        {
            ids.Add(skipped.SourceId);
        }

        _skipped[(skipped.Reason, skipped.Lost)] = (count + 1, ids);
    }

    public IReadOnlyList<EntryCount> Counts() => [.. _counts.Select(pair => new EntryCount(
        pair.Key.Kind == int.MaxValue ? null : (EntryKind)pair.Key.Kind,
        pair.Key.Visibility,
        pair.Key.State,
        pair.Value[(int)TakenAs.New],
        pair.Value[(int)TakenAs.Updated],
        pair.Value[(int)TakenAs.Unchanged],
        pair.Value[(int)TakenAs.Repeated],
        pair.Value[(int)TakenAs.Erased],
        pair.Value[(int)TakenAs.Kept]))];

    public IReadOnlyList<SkippedCount> Skipped() => [.. _skipped
        .Select(pair => new SkippedCount(pair.Key.Reason, pair.Key.Lost, pair.Value.Count, pair.Value.Ids))
        .OrderBy(skipped => skipped.Reason, StringComparer.Ordinal).ThenBy(skipped => skipped.Lost)];

    public IReadOnlyList<TextChange> Changes() => [.. _changes.Select(pair => new TextChange(pair.Key, pair.Value))];

    public IReadOnlyList<TextChange> Flags() => [.. _flags.Select(pair => new TextChange(pair.Key, pair.Value))];

    private void Add((int, Visibility, CommentState) kind, TakenAs taken)
    {
        Entries++;
        if (!_counts.TryGetValue(kind, out var counts))
        {
            counts = new int[Enum.GetValues<TakenAs>().Length];
            _counts.Add(kind, counts);
        }

        counts[(int)taken]++;
    }

    private void Add(IReadOnlyList<TextChange> changes, IReadOnlyList<string> flags)
    {
        foreach (var change in changes)
        {
            _changes[change.Reason] = _changes.GetValueOrDefault(change.Reason) + change.Count;
        }

        foreach (var flag in flags)
        {
            _flags[flag] = _flags.GetValueOrDefault(flag) + 1;
        }
    }
}
