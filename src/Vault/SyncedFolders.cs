using System.Diagnostics.CodeAnalysis;
using Blog.Text;

namespace Blog.Vault;

/// <summary>Recognises folders that a service copies to other machines, by the names and marks of <c>SyncedFolders.table.txt</c>.</summary>
internal static class SyncedFolders
{
    private static readonly IReadOnlyList<Sign> Signs = [.. EmbeddedText.Rows("Vault.SyncedFolders").Select(cells => new Sign(cells[0], cells[1], cells[2]))];

    /// <summary>Whether <paramref name="folder"/> itself shows one of the signs; the caller walks up.</summary>
    public static bool TryRecognise(string folder, [NotNullWhen(true)] out string? service)
    {
        var name = Path.GetFileName(folder);
        service = Signs.FirstOrDefault(sign => Shows(sign, folder, name))?.Service;
        return service is not null;
    }

    private static bool Shows(Sign sign, string folder, string name) => sign.Kind switch
    {
        "name" => name.Equals(sign.Value, StringComparison.OrdinalIgnoreCase),
        "start" => name.StartsWith(sign.Value, StringComparison.OrdinalIgnoreCase),
        "mark" => Holds(folder, sign.Value),
        _ => throw new InvalidOperationException($"SyncedFolders.table.txt has no kind {sign.Kind}."),
    };

    private static bool Holds(string folder, string mark)
    {
        if (!mark.EndsWith('*'))
        {
            var path = Path.Combine(folder, mark);
            return File.Exists(path) || Directory.Exists(path);
        }

        // A folder that cannot be listed cannot be judged by what it holds; its own name still is.
        var options = new EnumerationOptions { IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.None };
        return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, mark, options).Any();
    }

    private sealed record Sign(string Kind, string Value, string Service);
}
