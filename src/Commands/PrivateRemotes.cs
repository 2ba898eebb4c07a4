using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Stops at a remote of the content repository that nobody has confirmed as private: its history shows what was redacted.</summary>
internal static class PrivateRemotes
{
    /// <summary>Git's setting that names the addresses of remotes confirmed as private, one a value.</summary>
    public const string Setting = "subrosa.privateremote";

    /// <summary>Names of remotes that nobody has confirmed; none where the blog lies in no repository.</summary>
    public static IReadOnlyList<string> Unconfirmed(BlogFolder blog)
    {
        if (!GitProgram.TryRun(blog.Root, out var names, "remote") || names.Length == 0)
        {
            return [];
        }

        var confirmed = GitProgram.TryRun(blog.Root, out var addresses, "config", "--local", "--get-all", Setting) ? addresses.Split('\n') : [];
        return [.. names.Split('\n').Where(name => !GitProgram.TryRun(blog.Root, out var address, "remote", "get-url", name) || !confirmed.Contains(address, StringComparer.Ordinal))];
    }

    /// <summary>Requires that every remote is confirmed.</summary>
    /// <exception cref="UsageException">One is not.</exception>
    public static void Require(BlogFolder blog)
    {
        if (Unconfirmed(blog) is [var first, ..])
        {
            throw new UsageException($"Nobody has confirmed that the git remote \"{first}\" of this blog is private, and the history of input/ shows what was redacted from one commit to the next. If only moderators can read it, say so once: git -C {blog.Root} config --local --add {Setting} \"$(git -C {blog.Root} remote get-url {first})\". Nothing was changed.");
        }
    }
}
