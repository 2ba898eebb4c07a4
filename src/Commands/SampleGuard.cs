using Blog.Source;

namespace Blog.Commands;

/// <summary>Keeps real archives out of the sample blog, which lies in the program's own folder and is public.</summary>
internal static class SampleGuard
{
    /// <summary>Whether a folder is the program's own.</summary>
    public static bool IsSample(BlogFolder folder) => File.Exists(Path.Combine(folder.Root, "Blog.csproj"));

    public static void Refuse(BlogFolder folder, string verb)
    {
        if (IsSample(folder))
        {
            throw new UsageException($"\"{verb}\" does not work on the sample blog: this folder is the program itself, and an archive must not be mixed into it. Make a folder for your blog with \"dotnet run -- init ../my-blog --title T --address URL\" and give it with --blog ../my-blog. Nothing was changed.");
        }
    }
}
