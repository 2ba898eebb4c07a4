using System.Security.Cryptography;
using Blog.Pages;
using Blog.Site.Scripts;

namespace Blog.Site;

/// <summary>The theme's own files, which lie in the program: written with their content's hash in their names, so that a browser may keep them for ever.</summary>
/// <remarks>Modules of scripts are not written one by one: a page gets them joined (<see cref="ScriptBundle"/>).</remarks>
internal static class ThemeFiles
{
    private const string Folder = "theme/";

    /// <summary>Writes all of them and says where they are.</summary>
    public static ThemeAssets Write(StagingFolder staging)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(ThemeFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource[Folder.Length..];
            if (ScriptBundle.IsModule(name))
            {
                continue;
            }

            using var stream = assembly.GetManifestResourceStream(resource)!; // not null: the name came from the list
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            addresses.Add(name, Write(staging, name, bytes));
        }

        var words = Path.GetFileName(Write(staging, "words.js", ScriptBundle.Words()));
        return new ThemeAssets(addresses["site.css"], addresses["icon.svg"], Write(staging, "search.js", ScriptBundle.Search()), Write(staging, "site.js", ScriptBundle.Site(words)), Pinned(staging, "submit.js", ScriptBundle.Submit()));
    }

    private static PinnedScript Pinned(StagingFolder staging, string name, byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        return new PinnedScript(Write(staging, name, bytes), "sha256-" + Convert.ToBase64String(hash), Convert.ToHexStringLower(hash));
    }

    private static string Write(StagingFolder staging, string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        var path = $"{Folder}{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
        staging.Write(path, bytes);
        return "/" + path;
    }
}
