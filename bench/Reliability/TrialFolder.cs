namespace Blog.Bench.Reliability;

/// <summary>Copies of a whole folder with its rights, times and hard links.</summary>
internal static class TrialFolder
{
    /// <summary>Copies a folder to a place where nothing is yet.</summary>
    public static void Copy(string from, string to)
    {
        Clear(to);
        var run = ChildRun.Of(Path.GetTempPath(), ["cp", "-a", from, to]);
        if (run.ExitCode != 0)
        {
            throw new IOException($"{from} could not be copied: {run.Error}");
        }
    }

    /// <summary>Removes a folder, if it is there.</summary>
    public static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
