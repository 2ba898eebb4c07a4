namespace Blog.Pages;

/// <summary>Names of the two files of the offline copy, which lie at the top of the site: a worker reaches no further up than it lies.</summary>
public static class OfflineFiles
{
    /// <summary>The worker's script.</summary>
    public const string Worker = "offline.js";

    /// <summary>The list of what the site holds, by which a copy learns what changed or went.</summary>
    public const string List = "offline.txt";
}
