using Blog.Source;

namespace Blog.Commands.Desktop;

/// <summary>Which blog is meant where nobody names one: the one the program lies in, or beside.</summary>
internal static class BlogBeside
{
    /// <summary>Whether a folder is a blog of somebody's own; the sample is not.</summary>
    public static bool IsBlog(string folder)
    {
        var blog = new BlogFolder(folder);
        return File.Exists(blog.SettingsFile) && !SampleGuard.IsSample(blog);
    }

    /// <summary>Finds the blogs that may be meant: the current folder, else the program's own, else those in folders beside the program.</summary>
    /// <param name="current">The current folder.</param>
    /// <param name="program">The program's folder.</param>
    /// <returns>None, one, or several folders between which only a person can choose; sorted.</returns>
    public static IReadOnlyList<string> Find(string current, string program)
    {
        foreach (var folder in new[] { current, program })
        {
            if (IsBlog(folder))
            {
                return [folder];
            }
        }

        return [.. Directory.EnumerateDirectories(program, "*", new EnumerationOptions { IgnoreInaccessible = true }).Where(IsBlog).Order(StringComparer.Ordinal)];
    }
}
