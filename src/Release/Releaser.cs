using System.Security.Cryptography;
using Blog.Import;
using Blog.Model;
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
    private readonly List<string> _written = [];
    private readonly List<string> _removed = [];
    private readonly List<string> _conflicts = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private int _unchanged;

    private Releaser(VaultStore vault, BlogFolder folder, SiteSettings settings, ReleaseOptions options)
    {
        _vault = vault;
        _folder = folder;
        _settings = settings;
        _options = options;
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
        var clock = new PublicClock(_settings.TimeZone, _settings.Anonymity.Times);
        var addresses = new ReleaseAddresses();
        var held = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = new HashSet<long>();
        foreach (var post in _vault.Posts())
        {
            token.ThrowIfCancellationRequested();
            if (WhyHeld(post) is { } reason)
            {
                held[reason] = held.GetValueOrDefault(reason) + 1;
                continue;
            }

            addresses.Add(post, clock.DateOf(post.Published));
            rows.Add(post.Row);
        }

        var drafter = new PostDrafter(_vault, _settings, addresses, clock);
        var counts = ReleaseCounts.None;
        var done = 0;
        var transaction = _vault.BeginTransaction();
        try
        {
            if (!_options.DryRun)
            {
                _vault.Released.BeginRun();
            }

            foreach (var post in _vault.Posts().Where(post => rows.Contains(post.Row)))
            {
                token.ThrowIfCancellationRequested();
                if (IsAsked(post, addresses))
                {
                    counts = counts.Plus(Release(drafter.Draft(post, _vault.Comments(post.Row)), addresses.PathOf(post)));
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

            if (_options.Post is null)
            {
                RemoveWhatIsNotReleased();
            }

            if (!_options.DryRun)
            {
                _vault.Released.EndRun();
                transaction.Commit();
            }
        }
        finally
        {
            transaction.Dispose();
        }

        _conflicts.Sort(StringComparer.Ordinal);
        return new ReleaseReport { Posts = done, Held = held, Counts = counts, Written = _written, Removed = _removed, Unchanged = _unchanged, Conflicts = _conflicts };
    }

    /// <summary>Why a post stays in the vault; null where it is released. What was not public on the old blog never is.</summary>
    private static string? WhyHeld(VaultPost post) => post.ReviewFirst && post.Visibility == Visibility.Public ? "to be reviewed first" : post.Visibility switch
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

    private bool IsAsked(VaultPost post, ReleaseAddresses addresses) =>
        _options.Post is null || post.PublicId.Value == _options.Post || addresses.UrlOf(post) == _options.Post;

    private ReleaseCounts Release(DraftedPost draft, string path)
    {
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
                Conflict(path, "has been changed by hand since it was released, so it is left as it is. To take the released text instead, delete the file and run release with --restore.");
                return;
            }
        }

        _written.Add(path);
        if (!_options.DryRun)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // not null: below input/
            DurableFile.Write(file, bytes);
            Remember(path, bytes);
        }
    }

    private void RemoveWhatIsNotReleased()
    {
        foreach (var old in _vault.Released.List().Where(old => !_kept.Contains(old.Path)))
        {
            var file = _folder.InputFile(old.Path);
            if (File.Exists(file))
            {
                if (!SHA256.HashData(File.ReadAllBytes(file)).AsSpan().SequenceEqual(old.Sha256.Span))
                {
                    Conflict(old.Path, "is not released any more, but has been changed by hand, so it is left. Delete it yourself if it must go.");
                    continue;
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

    private void Remember(string path, byte[] bytes)
    {
        if (!_options.DryRun)
        {
            _vault.Released.Record(path, bytes);
        }
    }

    private void Conflict(string path, string message) => _conflicts.Add($"input/{path} {message}");
}
