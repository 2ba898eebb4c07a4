using Blog.Source;
using Blog.Vault;

namespace Blog.Release;

/// <summary>The posts and pages that were released, by the ids in the files as they were written: a hand may have changed the files since.</summary>
public static class ReleasedPosts
{
    /// <summary>Path of each file below <c>input/</c>, by the public id that stands in it.</summary>
    /// <param name="vault">The private store, which keeps what was written.</param>
    private static Dictionary<string, string> Paths(VaultStore vault)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in vault.Released.List().Select(file => file.Path).Where(path => path.EndsWith(".md", StringComparison.Ordinal) && !path.EndsWith(".thread.md", StringComparison.Ordinal)))
        {
            if (vault.Released.TryGetBytes(path, out var bytes))
            {
                paths[FrontMatterReader.Read(bytes, path).Id.Value] = path;
            }
        }

        return paths;
    }

    /// <summary>Path of each file below <c>input/</c>, by the row of its post, under whichever of its ids it was released.</summary>
    /// <param name="vault">The private store.</param>
    public static IReadOnlyDictionary<long, string> ByRow(VaultStore vault)
    {
        var ids = Paths(vault);
        var paths = new Dictionary<long, string>();
        foreach (var unit in ids.Count == 0 ? [] : vault.Units().Where(unit => unit.CommentRow is null))
        {
            if (ids.TryGetValue(unit.PublicId, out var path) || (unit.FreshId is { } fresh && ids.TryGetValue(fresh, out path)))
            {
                paths[unit.PostRow] = path;
            }
        }

        return paths;
    }

    /// <summary>Whether a post, by its row in the vault, stands among the released files. The files are read once, when first asked.</summary>
    /// <param name="vault">The private store.</param>
    public static Func<long, bool> Standing(VaultStore vault)
    {
        var paths = new Lazy<IReadOnlyDictionary<long, string>>(() => ByRow(vault));
        return row => paths.Value.ContainsKey(row);
    }
}
