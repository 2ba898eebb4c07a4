namespace Blog.Tests;

/// <summary>A folder of a test's own, gone when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("subrosa-test-").FullName;

    public string Root { get; }

    public string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a text file, with its folders.</summary>
    public string Put(string path, string text)
    {
        var full = File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // not null: a combined path has a folder
        System.IO.File.WriteAllText(full, text);
        return full;
    }

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
