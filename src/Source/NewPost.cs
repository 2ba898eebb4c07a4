using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Makes the file of a new post or page of the editor's own: front matter, and a line to begin with. It never overwrites a file.</summary>
public static class NewPost
{
    private const int Tries = 100; // posts of one title in one month

    /// <summary>Writes the file, and makes its folder.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="frontMatter">Its keys; the address is left out, it follows from the file's name.</param>
    /// <param name="place">Folder within <c>input/</c>, e.g. <c>posts/2026/11</c>.</param>
    /// <param name="slug">Name of the file without its ending; where it is taken, <c>-2</c> and so on are put behind it.</param>
    /// <param name="body">The text to begin with.</param>
    /// <returns>Path within <c>input/</c>.</returns>
    /// <exception cref="IOException">It cannot be written, or all names are taken.</exception>
    public static string Write(BlogFolder folder, PostFrontMatter frontMatter, string place, string slug, string body)
    {
        Directory.CreateDirectory(folder.InputFile(place));
        for (var number = 1; number <= Tries; number++)
        {
            var path = number == 1 ? $"{place}/{slug}.md" : FormattableString.Invariant($"{place}/{slug}-{number}.md");
            var url = PostUrl.FromPath(path) ?? throw new ArgumentException("No address follows from the name.", nameof(slug));
            var bytes = Encoding.UTF8.GetBytes(FrontMatterWriter.Write(frontMatter with { Url = url }) + "\n" + body + "\n");
            try
            {
                using var file = new FileStream(folder.InputFile(path), FileMode.CreateNew, FileAccess.Write);
                file.Write(bytes);
                return path;
            }
            catch (IOException) when (File.Exists(folder.InputFile(path)))
            {
                // taken: the next number
            }
        }

        throw new IOException($"{place} has {Tries} files of that name.");
    }
}
