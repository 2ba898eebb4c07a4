using System.Collections.Concurrent;
using Blog.Content;
using Blog.Source;

namespace Blog.Site.Reuse;

/// <summary>Carries the pages that would be made the same from the published site into the one in the making, and takes down what the others are made of.</summary>
/// <remarks>Safe for many posts at once.</remarks>
internal sealed class PageReuse
{
    private readonly SiteMemory _before;
    private readonly ReuseKeys _keys;
    private readonly StagingFolder _staging;
    private readonly ConcurrentDictionary<string, KnownPost> _posts = new(StringComparer.Ordinal);
    private KnownGroup _lists = KnownGroup.None;
    private KnownGroup _index = KnownGroup.None;

    public PageReuse(SiteMemory before, ReuseKeys keys, StagingFolder staging)
    {
        _before = before;
        _keys = keys;
        _staging = staging;
    }

    /// <summary>Carries the files of a post; false where they have to be made.</summary>
    /// <param name="entry">The post.</param>
    /// <param name="leadsTo">Says what a path of the site leads to now.</param>
    /// <param name="warnings">What was to be said of its texts.</param>
    public bool TryCarry(PostEntry entry, Func<string, string?> leadsTo, out IReadOnlyList<string> warnings)
    {
        warnings = [];
        if (!_before.Posts.TryGetValue(entry.File.Path, out var known) || known.Key != _keys.OfPost(entry)
            || !known.Paths.All(path => leadsTo(path.Key) == path.Value) || !TryCarry(known.Files))
        {
            return false;
        }

        warnings = known.Warnings;
        _posts[entry.File.Path] = known;
        return true;
    }

    /// <summary>Takes down what was made of a post.</summary>
    public void Made(PostEntry entry, RenderedPost post, IReadOnlyList<string> files) =>
        _posts[entry.File.Path] = new KnownPost(_keys.OfPost(entry), post.Paths, files, [.. post.Findings.Select(finding => finding.ToString())]);

    /// <summary>Carries the pages of all lists; false where they have to be made.</summary>
    public bool TryCarryLists(SiteIndex index)
    {
        _lists = new KnownGroup(_keys.OfLists(index), []);
        if (_before.Lists.Key != _lists.Key || !TryCarry(_before.Lists.Files))
        {
            return false;
        }

        _lists = _before.Lists;
        return true;
    }

    /// <summary>Takes down what lists were made, after they could not be carried.</summary>
    public void MadeLists(IEnumerable<string> files) => _lists = _lists with { Files = [.. files.Order(StringComparer.Ordinal)] };

    /// <summary>Carries the files of the search index; false where they have to be made.</summary>
    /// <param name="key">Hash of the pages and of all else it is made of.</param>
    public bool TryCarryIndex(string key)
    {
        var isSame = _before.Index.Key == key && TryCarry(_before.Index.Files);
        _index = isSame ? _before.Index : new KnownGroup(key, []);
        return isSame;
    }

    /// <summary>Takes down which files the index has, after it could not be carried.</summary>
    public void MadeIndex(IEnumerable<string> files) => _index = _index with { Files = [.. files.Order(StringComparer.Ordinal)] };

    /// <summary>What the next build may know, once the site is published.</summary>
    /// <param name="published">Path of the published folder.</param>
    /// <param name="manifest">What is in it.</param>
    public SiteMemory ToMemory(string published, Manifest manifest) => new()
    {
        Program = ProgramIdentity.Current,
        Files = manifest.Entries.ToDictionary(entry => entry.Path, entry => Look(published, entry), StringComparer.Ordinal),
        Posts = _posts,
        Lists = _lists,
        Index = _index,
    };

    private static KnownFile Look(string published, ManifestEntry entry)
    {
        var look = FileLook.Of(Path.Combine(published, entry.Path));
        return new KnownFile(entry.Sha256, look.Length, look.Length == entry.Length ? look.Inode : 0, look.Modified, look.Born);
    }

    private bool TryCarry(IReadOnlyList<string> files)
    {
        var known = new List<(string Path, KnownFile File)>(files.Count);
        foreach (var path in files)
        {
            if (!_before.Files.TryGetValue(path, out var file) || !_staging.IsAsKnown(path, file))
            {
                return false;
            }

            known.Add((path, file));
        }

        foreach (var (path, file) in known)
        {
            _staging.Carry(path, file);
        }

        return true;
    }
}
