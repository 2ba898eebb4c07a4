using Blog.Model;

namespace Blog.Source;

/// <summary>Writes the files of a blog folder, each whole or not at all.</summary>
public sealed class BlogWriter
{
    private readonly BlogFolder _folder;

    /// <summary>Writes into this folder.</summary>
    public BlogWriter(BlogFolder folder) => _folder = folder;

    /// <summary>Writes <c>site.yml</c>.</summary>
    public void WriteSettings(SiteSettings settings) => WriteBytes(BlogReader.SettingsPath, SettingsWriter.Write(settings));

    /// <summary>Writes a post or page.</summary>
    /// <param name="path">Path within <c>input/</c>, e.g. <c>posts/2015/12/guest-blog-47.md</c>.</param>
    /// <param name="post">The post.</param>
    public void WritePost(string path, PublishedPost post) => WriteBytes(path, PostWriter.Write(post));

    /// <summary>Writes a thread.</summary>
    /// <param name="path">Path within <c>input/</c>, ending in <c>.thread.md</c>.</param>
    /// <param name="thread">The thread.</param>
    public void WriteThread(string path, PublishedThread thread) => WriteBytes(path, ThreadWriter.Write(thread));

    /// <summary>Writes any file below <c>input/</c>, making its folders.</summary>
    /// <param name="path">Path within <c>input/</c>, with <c>/</c>.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="ArgumentException">The path leads out of <c>input/</c>.</exception>
    public void WriteBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.GetFullPath(_folder.InputFile(path));
        if (!full.StartsWith(_folder.Input + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException("The path leads out of input/.", nameof(path));
        }

        var parent = Path.GetDirectoryName(full) ?? _folder.Input;
        Directory.CreateDirectory(parent);
        DurableFile.Write(full, bytes);
    }
}
