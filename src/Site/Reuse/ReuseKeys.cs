using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Blog.Content;
using Blog.Pages;
using Blog.Source;

namespace Blog.Site.Reuse;

/// <summary>Hashes of what pages are made of.</summary>
/// <remarks>
/// The pages of a post are made of its two files, of the settings, the theme, the pictures and, of every other post, its front matter (neighbours, series,
/// labels, addresses) and which of them are related. Lists are made of all that is known of all posts. Records are hashed as JSON, so that a member that is added later counts by itself.
/// </remarks>
internal sealed class ReuseKeys
{
    private readonly byte[] _shared;
    private readonly byte[] _fronts;
    private readonly SitePages _pages;

    /// <summary>Hashes what all pages share.</summary>
    public ReuseKeys(SiteIndex index, BlogReader reader, ThemeAssets assets, SubmissionOpening opening, SitePages pages)
    {
        _pages = pages;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, index.Settings);
        Add(hash, assets);
        foreach (var medium in reader.ListMedia())
        {
            Add(hash, medium);
            Add(hash, File.GetLastWriteTimeUtc(reader.Folder.InputFile(medium.Path)));
        }

        if (index.Settings.Submissions is not null)
        {
            Add(hash, opening.Today); // keys have days
            Add(hash, opening.HasReplies);
            hash.AppendData(File.Exists(reader.Folder.SubmissionKeysFile) ? File.ReadAllBytes(reader.Folder.SubmissionKeysFile) : []);
        }

        _shared = hash.GetHashAndReset();
        foreach (var entry in index.Posts.Concat(index.Pages))
        {
            Add(hash, entry.File);
            Add(hash, entry.FrontMatter);
        }

        _fronts = hash.GetHashAndReset();
    }

    /// <summary>The key of a post's pages.</summary>
    public string OfPost(PostEntry entry) => Hash([.. _shared, .. _fronts, .. Encoding.UTF8.GetBytes($"{entry.File.Path}\n{entry.File.ThreadPath}\n{entry.Fingerprint}\n{string.Join(' ', _pages.RelatedTo(entry))}")]);

    /// <summary>The key of all lists.</summary>
    public string OfLists(SiteIndex index)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_shared);
        foreach (var entry in index.Posts.Concat(index.Pages))
        {
            Add(hash, entry with { Fingerprint = null }); // a list shows what the entry says, and no text
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add<T>(IncrementalHash hash, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
