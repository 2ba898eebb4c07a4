using System.Globalization;
using Blog.Model;

namespace Blog.Import;

/// <summary>
/// The account of an import: every entry that begins in the source comes out as published, draft, page, removed, spam, pending and so on,
/// or skipped with a reason; when the two sides differ, something was lost in silence and the run must not look like success.
/// </summary>
/// <remarks>
/// The source's side is counted by the tokenizer (<see cref="SourceTally"/>), this side by what the reader hands out, so neither can
/// repeat the other's mistake. Memory: a few numbers a post; ids are kept only of what is not published, and of each reason at most
/// <see cref="MostIds"/>.
/// </remarks>
public sealed class LossLedger
{
    /// <summary>Most ids kept for one reason; the count goes on.</summary>
    public const int MostIds = 1000;

    private readonly SortedDictionary<string, LedgerLine> _lines = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, LedgerLine> _flags = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThreadCount> _threads = [];
    private readonly List<string> _findings = [];
    private SourceTally? _tally;
    private long _lost;

    /// <summary>The source was read to its end and the account closed.</summary>
    public bool Closed => _tally is not null;

    /// <summary>Entries that begin in the source, and the places where it breaks off.</summary>
    public long In => _tally is null ? 0 : _tally.EntriesSeen + _tally.Gaps;

    /// <summary>Entries handed out, by all categories together.</summary>
    public long Out { get; private set; }

    /// <summary>Every entry of the source is accounted for; false as long as the account is not closed.</summary>
    public bool Balances => Closed && In == Out;

    /// <summary>Entries that a reader of the old blog loses.</summary>
    public long Lost => _lost;

    /// <summary>
    /// The exit code the import ends with: 0, or 1 where the account does not balance, something was lost or there are findings (comments
    /// that the source says it has are missing from it, comments of a post that is not there, no entries at all).
    /// </summary>
    public int ExitCode => Balances && Lost == 0 && _findings.Count == 0 ? 0 : 1;

    /// <summary>What came of the entries: a line for each category, in ordinal order of its name.</summary>
    public IReadOnlyCollection<LedgerLine> Lines => _lines.Values;

    /// <summary>What a person should look at, by phrase.</summary>
    public IReadOnlyCollection<LedgerLine> Flags => _flags.Values;

    /// <summary>Removals and repairs in texts, by reason.</summary>
    public IReadOnlyCollection<KeyValuePair<string, long>> TextChanges => _changes;

    /// <summary>What had to be mended in the source before it could be read.</summary>
    public IReadOnlyList<SourceRepair> Repairs => _tally?.Repairs ?? [];

    /// <summary>What does not add up, in plain words; filled by <see cref="Close"/>, sorted.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>How many entries came out under a category's name (see <see cref="Lines"/>).</summary>
    public long Count(string category) => _lines.TryGetValue(category, out var line) ? line.Count : 0;

    /// <summary>Enters what a reader handed out.</summary>
    public void Add(ImportedEntry entry)
    {
        switch (entry)
        {
            case ImportedSource:
                return; // not an entry of the source but the source itself
            case ImportedPost post:
                Add(post);
                break;
            case ImportedComment comment:
                Add(comment);
                break;
            case ImportedThread thread:
                Line(_lines, "pages of another source", null);
                Thread(thread.SourceId).HasPost = true;
                break;
            case SkippedEntry skipped:
                Add(skipped);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.GetType().Name, "Unknown kind of entry.");
        }

        Out++;
    }

    /// <summary>Closes the account with the source's side and works out the findings.</summary>
    public void Close(SourceTally tally)
    {
        _tally = tally;
        if (!Balances)
        {
            _findings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The account does not balance: {In} entries begin in the source, {Out} came out. This is a fault of the program; keep the source and report it."));
        }

        if (In == 0)
        {
            _findings.Add("The source holds no entries at all: nothing was taken in.");
        }

        foreach (var (post, thread) in _threads.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!thread.HasPost)
            {
                _findings.Add(string.Create(CultureInfo.InvariantCulture, $"{thread.Found} comments belong to post {post}, which is not in the source."));
            }
            else if (thread.Stated is { } stated && stated != thread.Found)
            {
                _findings.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Post {post} says it has {stated} comments, {thread.Found} are in the source."));
            }
        }
    }

    private void Add(SkippedEntry skipped)
    {
        Line(_lines, (skipped.Lost ? "lost: " : "skipped: ") + skipped.Reason, skipped.SourceId);
        _lost += skipped.Lost ? 1 : 0;
    }

    private void Add(ImportedPost post)
    {
        var kind = post.Kind switch
        {
            EntryKind.Post => "posts",
            EntryKind.Page => "pages",
            _ => throw new ArgumentOutOfRangeException(nameof(post), post.Kind, "Unknown kind of post."),
        };
        Line(_lines, $"{kind}, {Word(post.Visibility)}", post.Visibility == Visibility.Public ? null : post.SourceId);
        Note(post.Flags, post.SourceId, post.Body);
        var thread = Thread(post.SourceId);
        thread.HasPost = true;
        thread.Stated = post.StatedComments;
    }

    private void Add(ImportedComment comment)
    {
        var category = comment.State switch
        {
            CommentState.Published => Word(comment.Visibility),
            CommentState.RemovedByAuthor => "removed by the author",
            CommentState.RemovedByAdmin => "removed by an administrator",
            CommentState.Missing => "missing in the source",
            CommentState.Withheld or CommentState.Erased or _ =>
                throw new ArgumentOutOfRangeException(nameof(comment), comment.State, "No source can say this of a comment."),
        };
        var isPublic = comment.State == CommentState.Published && comment.Visibility == Visibility.Public;
        var name = comment.SourceId ?? comment.Number?.ToString();
        Line(_lines, $"comments, {category}", isPublic ? null : name);
        Note(comment.Flags, name, comment.Body);
        Thread(comment.PostSourceId).Found++;
    }

    private void Note(IReadOnlyList<string> flags, string? name, ImportedBody body)
    {
        foreach (var flag in flags)
        {
            Line(_flags, flag, name);
        }

        foreach (var change in body.Changes)
        {
            _changes[change.Reason] = _changes.GetValueOrDefault(change.Reason) + change.Count;
        }
    }

    private ThreadCount Thread(string post)
    {
        if (!_threads.TryGetValue(post, out var thread))
        {
            _threads.Add(post, thread = new ThreadCount());
        }

        return thread;
    }

    private static void Line(SortedDictionary<string, LedgerLine> lines, string name, string? id)
    {
        if (!lines.TryGetValue(name, out var line))
        {
            lines.Add(name, line = new LedgerLine(name));
        }

        line.Add(id);
    }

    private static string Word(Visibility visibility) => visibility switch
    {
        Visibility.Public => "published",
        Visibility.Draft => "draft",
        Visibility.Scheduled => "scheduled",
        Visibility.Private => "private",
        Visibility.Spam => "spam",
        Visibility.Pending => "pending",
        Visibility.Trashed => "trashed",
        _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, "Unknown visibility."),
    };

    private sealed class ThreadCount
    {
        public bool HasPost { get; set; }

        public int? Stated { get; set; }

        public int Found { get; set; }
    }
}
