using System.Text;

namespace Blog.Source;

/// <summary>Writes the files of a blog folder anew where what was found can be mended without a person: <c>check --fix</c>.</summary>
public static class BlogCanonicalizer
{
    /// <summary>
    /// Makes threads canonical, and takes byte order marks, other line ends and control characters out of posts, pages and settings; the layout of
    /// front matter is the editor's own and stays.
    /// </summary>
    /// <returns>Paths of the files that were written, in ordinal order. Files that cannot be read are left as they are; <see cref="BlogChecker"/> names them.</returns>
    public static IReadOnlyList<string> Fix(BlogFolder folder)
    {
        var reader = new BlogReader(folder);
        var writer = new BlogWriter(folder);
        var written = new List<string>();
        FixText(BlogReader.SettingsPath, SettingsReader.MaxBytes);
        foreach (var post in Posts(folder))
        {
            FixText(post.Path, BlogReader.MaxPostBytes);
            FixThread(post);
        }

        written.Sort(StringComparer.Ordinal);
        return written;

        void FixText(string path, int most)
        {
            if (!File.Exists(folder.InputFile(path)))
            {
                return;
            }

            Try(() =>
            {
                var findings = new List<SourceFinding>();
                var text = SourceLines.Decode(reader.ReadBytes(path, most), path, findings);
                if (findings.Count > 0)
                {
                    writer.WriteBytes(path, Encoding.UTF8.GetBytes(text));
                    written.Add(path);
                }
            });
        }

        void FixThread(PostFile post) => Try(() =>
        {
            if (post.ThreadPath is { } path && reader.ReadThreadResult(post) is { Canonical: false } result)
            {
                writer.WriteThread(path, result.Thread);
                written.Add(path);
            }
        });
    }

    /// <summary>Posts and pages that can be listed; what stands in the way of others is the checker's to tell.</summary>
    private static List<PostFile> Posts(BlogFolder folder) =>
    [
        .. BlogReader.Pair(InputListing.Of(folder.Input, "posts").Files.Select(file => file.Path), []),
        .. BlogReader.Pair(InputListing.Of(folder.Input, "pages").Files.Select(file => file.Path), []),
    ];

    private static void Try(Action fix)
    {
        try
        {
            fix();
        }
        catch (SourceException)
        {
            // A file that cannot be read cannot be mended without a person.
        }
    }
}
