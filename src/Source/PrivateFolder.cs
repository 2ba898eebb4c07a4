namespace Blog.Source;

/// <summary>Makes folders that only their owner can look into.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder with mode 0700 where it is not there yet; one that is keeps its mode.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder); // a user's own folders are closed to others there
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
