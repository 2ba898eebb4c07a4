namespace Blog.Tests.Architecture;

/// <summary>The order of DESIGN.md's folders: which may name which.</summary>
internal static class FolderArrows
{
    private static readonly string[] Shared = ["Text", "Html", "Model", "Source"];
    private static readonly string[] Private = ["Jose", "Import", "Vault", "Redact", "Moderate", "Guests", "Requests", "Release"];
    private static readonly string[] Public = ["Content", "Pages", "Theme", "Site", "Search", "Gate"];

    /// <summary>Says what is wrong with every reference against the order, and with every type that lies in no folder.</summary>
    /// <param name="references">Pairs of full type names.</param>
    /// <param name="root">The namespace above the folders, with a dot at its end.</param>
    public static IEnumerable<string> Violations(IEnumerable<(string From, string To)> references, string root)
    {
        foreach (var (from, to) in references)
        {
            if (from.StartsWith(root, StringComparison.Ordinal) && to.StartsWith(root, StringComparison.Ordinal))
            {
                if (!IsAllowed(FolderOf(from, root), FolderOf(to, root)))
                {
                    yield return $"{from[root.Length..]} names {to[root.Length..]}";
                }
            }
        }
    }

    private static string FolderOf(string type, string root)
    {
        var parts = type[root.Length..].Split('.');
        return parts.Length > 1 ? parts[0] : "(none)";
    }

    private static bool IsAllowed(string from, string to) => from switch
    {
        "Commands" => IsKnown(to),
        "Desk" => IsKnown(to) && to != "Commands",
        _ when Array.IndexOf(Shared, from) is var place and >= 0 => IsWithin(Shared, place, to),
        _ when Array.IndexOf(Private, from) is var place and >= 0 => Shared.Contains(to) || IsWithin(Private, place, to),
        _ when Array.IndexOf(Public, from) is var place and >= 0 => Shared.Contains(to) || IsWithin(Public, place, to),
        _ => false,
    };

    private static bool IsWithin(string[] side, int place, string to) => Array.IndexOf(side, to) is var other && other >= 0 && other <= place;

    private static bool IsKnown(string folder) => folder is "Desk" or "Commands" || Shared.Contains(folder) || Private.Contains(folder) || Public.Contains(folder);
}
