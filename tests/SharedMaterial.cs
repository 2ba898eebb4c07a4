namespace Blog.Tests;

/// <summary>The real material beside the project, which tests read and never copy.</summary>
public static class SharedMaterial
{
    /// <summary>Its folder, or null where it is missing.</summary>
    public static string? Root { get; } = Find();

    /// <summary>A file or folder in it.</summary>
    public static string File(params string[] parts) =>
        Path.Combine([Root ?? throw new InvalidOperationException("The shared material is missing."), .. parts]);

    /// <summary>The folder of the project.</summary>
    public static string Project { get; } = FindProject();

    private static string? Find()
    {
        var shared = Path.Combine(FindProject(), "..", "shared");
        return Directory.Exists(Path.Combine(shared, "captures")) ? Path.GetFullPath(shared) : null;
    }

    private static string FindProject()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Blog.csproj")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the project.");
    }
}
