using System.Diagnostics.CodeAnalysis;

namespace Blog.Site;

/// <summary>One build at a time in a blog folder; the lock falls with the process, however it ends.</summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="OutputException">Another build holds it.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The lock owns the file.")]
    public static BuildLock Take(string path)
    {
        try
        {
            return new BuildLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            throw new OutputException("Another build is at work in this blog folder (it holds .build/lock). Wait for it to end, or stop it, and run the build again.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
