namespace Blog.Import.Documents;

/// <summary>Tells addresses of the web from places on somebody's machine or network.</summary>
internal static class DocumentPaths
{
    /// <summary>Whether a link leads to the web; what else it may hold is judged where Markdown is written.</summary>
    public static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last part of a path, for the name of an attachment; null where nothing is left.</summary>
    public static string? NameOf(string? path)
    {
        if (path is null)
        {
            return null;
        }

        var name = path[(path.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        name = new string([.. name.Where(c => !char.IsControl(c))]).Trim();
        name = name.Length > 200 ? name[..200] : name;
        return name.Length == 0 ? null : name;
    }
}
