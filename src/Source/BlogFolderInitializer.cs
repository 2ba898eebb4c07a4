using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Makes a new blog folder: settings, empty posts, an "about" page to complete. It never overwrites a file.</summary>
public static class BlogFolderInitializer
{
    private const string GitIgnore =
        """
        # Made anew by every build.
        /output/
        /.build/
        # Left behind by a write that was cut off.
        .*.tmp

        """;

    private const string AboutBody =
        """
        This page is a draft and is not published. Say here who writes the blog and for whom, what is taken out of texts before they are
        published, and how somebody who recognises themselves can ask for a text to be removed. Then delete the line `draft: true` above.
        """;

    /// <summary>Makes the folder.</summary>
    /// <param name="folder">Where; it may exist, and what is in it stays.</param>
    /// <param name="settings">The answers.</param>
    /// <returns>Paths of the files made, within the blog folder, in ordinal order.</returns>
    /// <exception cref="SourceException">There is a blog here already.</exception>
    /// <exception cref="ArgumentException">The settings cannot be written.</exception>
    public static IReadOnlyList<string> Initialize(BlogFolder folder, SiteSettings settings)
    {
        if (Path.Exists(folder.SettingsFile))
        {
            throw new SourceException(BlogReader.SettingsPath, 0, "There is a blog in this folder already, so nothing was changed. Change its site.yml by hand, or name another folder.");
        }

        var about = FrontMatterWriter.Write(new PostFrontMatter
        {
            Id = PostId.Parse("about"),
            Title = "About this blog",
            Url = "/p/about.html",
            Draft = true,
        });
        (string Path, byte[] Bytes)[] files =
        [
            (".gitignore", Encoding.UTF8.GetBytes(GitIgnore)),
            ("README.md", Encoding.UTF8.GetBytes($"Source of the blog at {settings.Address}: `input/` holds its posts and comments, `output/` the site that `build` makes of them.\n")),
            ("input/media/.gitkeep", []),
            ("input/pages/about.md", Encoding.UTF8.GetBytes($"{about}\n{AboutBody}\n")),
            ("input/posts/.gitkeep", []),
            ("input/site.yml", SettingsWriter.Write(settings)), // last: it makes the folder a blog
        ];
        var made = new List<string>();
        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(folder.Root, path);
            if (Path.Exists(full))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder.Root);
            DurableFile.Write(full, bytes);
            made.Add(path);
        }

        return made;
    }
}
