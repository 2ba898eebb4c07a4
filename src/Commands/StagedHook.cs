using Blog.Source;

namespace Blog.Commands;

/// <summary>The script of the hook <c>pre-commit</c>: checks what is about to be committed against the private store.</summary>
internal static class StagedHook
{
    /// <summary>The script for <c>sh</c>, without its first line.</summary>
    /// <param name="blog">The blog's folder.</param>
    /// <param name="vault">Its private store.</param>
    public static string Script(BlogFolder blog, string vault) => $"""
        # Refuses a commit that holds what was redacted. Where the program is gone the commit is refused too: a check that cannot run is a failed check.
        exec dotnet exec {Quoted(typeof(StagedHook).Assembly.Location)} gate --staged --blog {Quoted(Path.GetFullPath(blog.Root))} --vault {Quoted(vault)}

        """;

    private static string Quoted(string path) => "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
