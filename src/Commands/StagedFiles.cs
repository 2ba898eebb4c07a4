using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>What is about to be committed in the content repository: the files of git's index, not those of the working folder.</summary>
internal sealed class StagedFiles : IDisposable
{
    private StagedFiles(string folder) => Folder = folder;

    /// <summary>Folder with the staged files, gone after <see cref="Dispose"/>.</summary>
    public string Folder { get; }

    /// <summary>Writes the index out, below <c>.build/</c>, where nobody else can look.</summary>
    /// <exception cref="UsageException">The blog lies in no git repository, or git could not write its index out.</exception>
    public static StagedFiles Export(BlogFolder blog)
    {
        if (!GitProgram.TryRun(blog.Root, out var top, "rev-parse", "--show-toplevel"))
        {
            throw new UsageException($"{blog.Root} lies in no git repository, so nothing is staged. Without --staged the built site is checked.");
        }

        PrivateFolder.Create(blog.Build);
        var folder = Path.Combine(blog.Build, "staged-" + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        PrivateFolder.Create(folder);
        var staged = new StagedFiles(folder);
        if (GitProgram.TryRun(top, out _, "checkout-index", "--all", "--force", $"--prefix={folder}/"))
        {
            return staged;
        }

        staged.Dispose();
        throw new UsageException("git could not write out what is staged, so it was not checked. Nothing was committed.");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
