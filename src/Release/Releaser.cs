using System.Security.Cryptography;
using System.Text;
using Blog.Import;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Writes to <c>input/</c> what the vault holds and the policies allow, post by post, and never over a hand's work.</summary>
/// <remarks>
/// A file is written before the vault remembers its hash: killed in between, the next run finds a file that is just what it would write, and takes it as its
/// own. Everything given to a batch of posts (names, ids, numbers) is kept with the batch; without it the same would be given again.
/// </remarks>
public sealed class Releaser
{
    private const int Batch = 40;

    private readonly VaultStore _vault;
    private readonly BlogFolder _folder;
    private readonly SiteSettings _settings;
    private readonly ReleaseOptions _options;
    private readonly DecisionBook _book;
    private readonly List<FileChange> _written = [];
    private readonly List<string> _removed = [];
    private readonly List<FileChange> _differences = [];
    private readonly List<string> _conflicts = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private int _unchanged;

    private Releaser(VaultStore vault, BlogFolder folder, SiteSettings settings, ReleaseOptions options)
    {
        _vault = vault;
        _folder = folder;
        _settings = settings;
        _options = options;
        _book = DecisionBook.Of([.. vault.Decisions.List(), .. options.Supposed]);
    }

    /// <summary>Releases.</summary>
    /// <param name="vault">The private store.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="progress">Told how many posts are done, of how many; may be null.</param>
    /// <param name="token">Stops between two posts; what was finished stays.</param>
    public static ReleaseReport Run(
        VaultStore vault, BlogFolder folder, SiteSettings settings, ReleaseOptions options, Action<int, int>? progress, CancellationToken token) =>
        new Releaser(vault, folder, settings, options).Run(progress, token);

    private ReleaseReport Run(Action<int, int>? progress, CancellationToken token)
    {
        if (!_options.DryRun)
        {
            _vault.Roles.Require(EditorTask.Publish);
        }

        var clock = new PublicClock(_settings.TimeZone, _settings.Anonymity.Times);
        var addresses = new ReleaseAddresses(_settings);
        var held = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = new HashSet<long>();
        var pictures = new ReleasedPictures(_vault, _book, IsDeletedByHand);
        var drafter = new PostDrafter(_vault, _settings, addresses, pictures, clock);
        var reviewer = new ThreadReviewer(_book, _vault.People(), _settings, FindingCatalogue.Keeping(_vault, _settings).Of, drafter.PseudonymFor);
        var counts = ReleaseCounts.None;
        var lostLinks = new List<LostLink>();
        var done = 0;
        var transaction = _vault.BeginTransaction();
        try
        {
            if (!_options.DryRun)
            {
                _vault.Released.BeginRun();
            }

            var unfinished = UnfinishedThreads.Of(_vault, _options.Unfinished, reviewer, clock, token);
            var guests = new ReleasedGuests(_vault, clock);
            var leaving = new HashSet<long>();
            foreach (var post in _vault.Posts())
            {
                token.ThrowIfCancellationRequested();
                var unpublished = guests.WhyUnpublished(post) ?? WhyUnpublished(post);
                var review = unpublished is null ? reviewer.ReviewPost(post, () => _vault.Comments(post.Row)) : null;
                if ((unpublished ?? WhyHeld(review!) ?? unfinished.WhyHeld(post)) is { } reason) // a review was made where the first gives no reason
                {
                    held[reason] = held.GetValueOrDefault(reason) + 1;
                    if (ReleasedGuests.IsGuests(post))
                    {
                        leaving.Add(post.Row);
                    }

                    continue;
                }

                addresses.Add(ReviewedTexts.Of(post, review!), clock.DateOf(post.Published)); // as above
                rows.Add(post.Row);
            }

            var standing = _options.DueOnly ? ReleasedPosts.ByRow(_vault) : null;
            foreach (var post in _vault.Posts().Where(post => rows.Contains(post.Row)))
            {
                token.ThrowIfCancellationRequested();
                if (standing is null ? IsAsked(post, addresses) : ReleasedGuests.IsGuests(post) && !standing.ContainsKey(post.Row))
                {
                    var comments = _vault.Comments(post.Row);
                    var draft = guests.WithConsent(post, drafter.Draft(post, comments, reviewer.Review(post, comments)));
                    if (draft is null)
                    {
                        held[ReleasedGuests.NotAsAgreed] = held.GetValueOrDefault(ReleasedGuests.NotAsAgreed) + 1;
                        continue;
                    }

                    foreach (var (path, picture) in pictures.TakeUsed())
                    {
                        WritePicture(path, () => pictures.BytesOf(picture)); // before the texts that show it
                    }

                    counts = counts.Plus(Release(post, draft, addresses.PathOf(post)));
                    lostLinks.AddRange(draft.LostLinks.Select(address => new LostLink(addresses.UrlOf(post), address)));
                    done++;
                }

                progress?.Invoke(done, rows.Count);
                if (!_options.DryRun && done % Batch == Batch - 1)
                {
                    transaction.Commit();
                    transaction.Dispose();
                    transaction = _vault.BeginTransaction();
                }
            }

            if (standing is not null)
            {
                Remove(FilesOf([.. standing.Where(post => leaving.Contains(post.Key)).Select(post => post.Value)]));
            }
            else if (_options.Post is null)
            {
                Remove(_vault.Released.List().Where(old => !_kept.Contains(old.Path)));
            }

            if (!_options.DryRun)
            {
                _vault.Released.EndRun();
                if (_options is { Post: null, DueOnly: false })
                {
                    _vault.KeepReleasedDecisions(_book.All.Count == 0 ? 0 : _book.All[^1].Row);
                }

                transaction.Commit();
            }
        }
        finally
        {
            transaction.Dispose();
        }

        _conflicts.AddRange(pictures.Faults);
        _conflicts.Sort(StringComparer.Ordinal);
        return new ReleaseReport { Posts = done, Held = held, Counts = counts, Written = _written, Differences = _differences, Removed = _removed, Unchanged = _unchanged, Conflicts = _conflicts, LostLinks = lostLinks };
    }

    /// <summary>Why a post stays in the vault; null where it is released. What was not public on the old blog never is.</summary>
    private static string? WhyUnpublished(VaultPost post) => post.ReviewFirst && post.Visibility == Visibility.Public ? "to be reviewed first" : post.Visibility switch
    {
        Visibility.Public => null,
        Visibility.Draft => "draft",
        Visibility.Scheduled => "scheduled",
        Visibility.Private => "private",
        Visibility.Spam => "spam",
        Visibility.Pending => "pending",
        Visibility.Trashed => "trashed",
        _ => throw new InvalidOperationException($"No rule for {post.Visibility}."),
    };

    private static string? WhyHeld(ThreadReview review) => review.Post.State switch
    {
        ReviewState.Ready or ReviewState.Masked => null,
        ReviewState.Held => "being reviewed",
        ReviewState.Withheld => "withheld by a moderator",
        ReviewState.Merged => throw new InvalidOperationException("A post stands for itself."),
        _ => throw new InvalidOperationException($"No rule for {review.Post.State}."),
    };

    private bool IsAsked(VaultPost post, ReleaseAddresses addresses) =>
        _options.Post is null || post.PublicId.Value == _options.Post || addresses.UrlOf(post) == _options.Post;

    private ReleaseCounts Release(VaultPost post, DraftedPost draft, string path)
    {
        // Before the files: a kill in between leaves the gate looking for more than stands there, never for less.
        if (!_options.DryRun)
        {
            _vault.Secrets.Replace(post.Row, draft.Secrets);
        }

        Write(path, PostWriter.Write(draft.Post));
        if (draft.Thread is not null)
        {
            Write(path[..^".md".Length] + ".thread.md", ThreadWriter.Write(draft.Thread));
        }

        return draft.Counts;
    }

    private void Write(string path, byte[] bytes)
    {
        _kept.Add(path);
        var hash = SHA256.HashData(bytes);
        var file = _folder.InputFile(path);
        var known = _vault.Released.TryGet(path, out var released);
        if (!File.Exists(file))
        {
            if (known && !_options.Restore)
            {
                Conflict(path, "was released before and has been deleted by hand, so it is not written again. Run release with --restore to have it back.");
                return;
            }
        }
        else
        {
            var lies = SHA256.HashData(File.ReadAllBytes(file));
            if (lies.AsSpan().SequenceEqual(hash))
            {
                _unchanged++;
                Remember(path, bytes); // also a file that a killed run had written and not yet remembered
                return;
            }

            if (!known || !lies.AsSpan().SequenceEqual(released!.Sha256.Span))
            {
                WriteMerged(path, file, bytes);
                return;
            }
        }

        WriteChange(path, file, bytes, bytes, isMerged: false);
    }

    private bool IsDeletedByHand(string path) => !_options.Restore && _vault.Released.TryGet(path, out _) && !File.Exists(_folder.InputFile(path));

    /// <summary>A picture is named by its bytes: it is there as it should be, or missing, or a hand has changed it (covered a face, say), and then it is left.</summary>
    /// <param name="path">Path within <c>input/</c>: the hash of its bytes and a suffix.</param>
    /// <param name="bytes">Makes its bytes.</param>
    private void WritePicture(string path, Func<ReadOnlyMemory<byte>> bytes)
    {
        if (!_kept.Add(path))
        {
            return; // another text shows it too
        }

        var file = _folder.InputFile(path);
        var hash = Convert.FromHexString(Path.GetFileNameWithoutExtension(path));
        if (File.Exists(file))
        {
            if (!SHA256.HashData(File.ReadAllBytes(file)).AsSpan().SequenceEqual(hash))
            {
                Conflict(path, "is a picture that has been changed by hand since it was released, so it is left as it is. Give the changed file as its replacement instead: redact picture NAME --replace FILE.");
                return;
            }

            _unchanged++;
        }
        else
        {
            _written.Add(new FileChange(path, 0, 0, IsNew: true, IsMerged: false, []));
            if (!_options.DryRun)
            {
                var made = bytes();
                if (!SHA256.HashData(made.Span).AsSpan().SequenceEqual(hash))
                {
                    throw new InvalidOperationException("A picture is scrubbed to other bytes than before; the scrubber's version must go up.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(file)!); // not null: below input/
                DurableFile.Write(file, made.Span);
            }
        }

        if (!_options.DryRun)
        {
            _vault.Released.RecordPicture(path, hash);
        }
    }

    /// <summary>A hand has changed the file: its changes and the release's are joined where neither touches the other's lines.</summary>
    private void WriteMerged(string path, string file, byte[] bytes)
    {
        var hand = File.ReadAllText(file);
        if (_vault.Released.TryGetBytes(path, out var basis) && ThreeWayMerge.TryMerge(Encoding.UTF8.GetString(basis), hand, Encoding.UTF8.GetString(bytes), out var merged))
        {
            if (merged == hand)
            {
                _unchanged++;
                Remember(path, bytes); // what the release says is in it already
                return;
            }

            WriteChange(path, file, Encoding.UTF8.GetBytes(merged), bytes, isMerged: true);
            return;
        }

        Conflict(path, "has been changed by hand since it was released, in the same lines that the release would change, so it is left as it is. Compare with release --dry-run --diff, and make the changes yourself; or delete the file and run release with --restore to take the released text.");
        _differences.Add(FileDiff.Of(path, hand, Encoding.UTF8.GetString(bytes), isMerged: false, _options.DryRun));
    }

    private void WriteChange(string path, string file, byte[] bytes, byte[] released, bool isMerged)
    {
        _written.Add(FileDiff.Of(path, File.Exists(file) ? File.ReadAllText(file) : null, Encoding.UTF8.GetString(bytes), isMerged, _options.DryRun));
        if (!_options.DryRun)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // not null: below input/
            DurableFile.Write(file, bytes);
            Remember(path, released);
        }
    }

    /// <summary>The files of released posts: their own, their threads', and the pictures that no other released text shows.</summary>
    /// <param name="posts">Paths of the posts' own files.</param>
    private List<ReleasedFile> FilesOf(IReadOnlyList<string> posts)
    {
        if (posts.Count == 0)
        {
            return [];
        }

        var all = _vault.Released.List();
        var leaving = posts.SelectMany(path => (string[])[path, path[..^".md".Length] + ".thread.md"]).ToHashSet(StringComparer.Ordinal);
        var pictures = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in all.Where(file => leaving.Contains(file.Path)))
        {
            pictures.UnionWith(NamedIn(text.Path, all.Select(file => file.Path).Where(path => !IsText(path))));
        }

        foreach (var other in pictures.Count == 0 ? [] : all.Where(file => IsText(file.Path) && !leaving.Contains(file.Path)))
        {
            pictures.ExceptWith(NamedIn(other.Path, pictures));
        }

        return [.. all.Where(file => leaving.Contains(file.Path) || pictures.Contains(file.Path))];
    }

    private static bool IsText(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>Which of some pictures a released text names, by the hash that is their name.</summary>
    private List<string> NamedIn(string text, IEnumerable<string> pictures) => _vault.Released.TryGetBytes(text, out var bytes)
        ? [.. pictures.Where(picture => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Path.GetFileName(picture))) >= 0)]
        : [];

    private void Remove(IEnumerable<ReleasedFile> files)
    {
        foreach (var old in files)
        {
            var file = _folder.InputFile(old.Path);
            if (File.Exists(file))
            {
                if (!SHA256.HashData(File.ReadAllBytes(file)).AsSpan().SequenceEqual(old.Sha256.Span))
                {
                    SetAside(old.Path, file);
                }

                _removed.Add(old.Path);
                if (!_options.DryRun)
                {
                    File.Delete(file);
                }
            }

            if (!_options.DryRun)
            {
                _vault.Released.Remove(old.Path);
            }
        }
    }

    /// <summary>A file that must not be published any more goes, though a hand has changed it; the hand's work is kept where nothing is published from.</summary>
    private void SetAside(string path, string file)
    {
        var aside = Path.Combine(_folder.Build, "set-aside", "input", path);
        Conflict(path, $"is not released any more, but has been changed by hand: it is taken away, and kept as {Path.GetRelativePath(_folder.Root, aside)}.");
        if (_options.DryRun)
        {
            return;
        }

        PrivateFolder.Create(_folder.Build);
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!); // not null: below .build/
        DurableFile.Write(aside, File.ReadAllBytes(file));
    }

    /// <summary>Keeps what the release made of a file, without a hand's changes: against that the next hand edit is measured.</summary>
    private void Remember(string path, byte[] bytes)
    {
        if (!_options.DryRun)
        {
            _vault.Released.Record(path, bytes);
        }
    }

    private void Conflict(string path, string message) => _conflicts.Add($"input/{path} {message}");
}
