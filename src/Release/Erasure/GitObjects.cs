using System.Globalization;
using System.Text;

namespace Blog.Release.Erasure;

/// <summary>Reads every object of a repository, loose and packed, reachable or not.</summary>
internal static class GitObjects
{
    private const int LongestHead = 128;

    /// <summary>The objects, in the order in which they lie there.</summary>
    /// <exception cref="IOException">git failed, or what it gives is not whole: a search that saw a part must not look like one that saw all.</exception>
    public static IEnumerable<GitObject> Read(GitRepository repository, CancellationToken token)
    {
        using var git = repository.Start("cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer");
        git.StandardInput.Close();
        var errors = git.StandardError.ReadToEndAsync(token);
        using var output = new BufferedStream(git.StandardOutput.BaseStream, 1 << 20);
        try
        {
            while (Head(output) is { } head)
            {
                token.ThrowIfCancellationRequested();
                var words = head.Split(' ');
                if (words.Length != 3 || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                {
                    throw new IOException("git could not read one of its own objects: run \"git fsck\" in the content's repository. The search is not complete.");
                }

                var bytes = new byte[length];
                output.ReadExactly(bytes);
                if (output.ReadByte() != '\n')
                {
                    throw new IOException("git's list of objects is not whole. The search is not complete.");
                }

                yield return new GitObject(words[0], words[1], bytes);
            }

            git.WaitForExit();
            if (git.ExitCode != 0)
            {
                throw new IOException($"git could not list its objects: {errors.GetAwaiter().GetResult().Trim()} The search is not complete.");
            }
        }
        finally
        {
            if (!git.HasExited)
            {
                git.Kill();
            }
        }
    }

    private static string? Head(BufferedStream output)
    {
        var head = new StringBuilder();
        for (int next; (next = output.ReadByte()) != '\n';)
        {
            if (next < 0 || head.Length > LongestHead)
            {
                return head.Length == 0 ? null : throw new IOException("git's list of objects is not whole. The search is not complete.");
            }

            head.Append((char)next);
        }

        return head.ToString();
    }
}
