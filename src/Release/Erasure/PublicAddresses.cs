using System.Text;
using Blog.Source;
using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>Where texts of the store stand, or stood, on the site: for letters, which give addresses and nothing else.</summary>
public static class PublicAddresses
{
    /// <summary>The addresses of some posts and comments, in their order; the post's where the part of a long thread is not known, and none for what was never released.</summary>
    /// <param name="store">The private store.</param>
    /// <param name="siteAddress">The site's address.</param>
    /// <param name="units">Posts and comments.</param>
    public static IReadOnlyList<string> Of(VaultStore store, string siteAddress, IReadOnlyCollection<VaultHandle> units)
    {
        if (units.Count == 0)
        {
            return [];
        }

        var all = store.Units();
        var posts = all.Where(unit => unit.CommentRow is null).ToDictionary(unit => unit.PostRow);
        var meant = all.Where(unit => units.Contains(unit.Handle)).ToList();
        var wanted = meant.Select(unit => posts[unit.PostRow]).SelectMany(post => new[] { post.PublicId, post.FreshId }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var released = Released(store, wanted);
        return [.. meant.Select(unit => AddressOf(store, siteAddress, unit, posts[unit.PostRow], released)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? AddressOf(VaultStore store, string siteAddress, VaultUnit unit, VaultUnit post, Dictionary<string, (string Url, string Thread)> released)
    {
        var known = IdsOf(post).Select(released.GetValueOrDefault).FirstOrDefault(place => place.Url is not null);

        // What was erased or withheld has no file any more: then the address of the old blog, which a release keeps where it can stand.
        var path = known.Url ?? store.Post(post.PostRow).Permalink;
        if (path is null || !path.StartsWith('/'))
        {
            return null;
        }

        // Of a comment only the id under which it was published: another can carry the time at which it was written.
        var id = unit.CommentRow is null ? null : IdsOf(unit).FirstOrDefault(id => known.Thread?.Contains($"\nid: {id}\n", StringComparison.Ordinal) ?? false);
        return siteAddress.TrimEnd('/') + path + (id is null ? string.Empty : "#c" + id);
    }

    private static IEnumerable<string> IdsOf(VaultUnit unit) => unit.FreshId is { } fresh ? [fresh, unit.PublicId] : [unit.PublicId];

    /// <summary>Address and thread file of released posts, by the id under which they were published.</summary>
    private static Dictionary<string, (string Url, string Thread)> Released(VaultStore store, HashSet<string> wanted)
    {
        var released = new Dictionary<string, (string Url, string Thread)>(StringComparer.Ordinal);
        foreach (var file in store.Released.List().Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal) && !file.Path.EndsWith(".thread.md", StringComparison.Ordinal)))
        {
            if (store.Released.TryGetBytes(file.Path, out var bytes) && FrontMatterReader.Read(bytes, file.Path) is var post && wanted.Contains(post.Id.Value))
            {
                released[post.Id.Value] = (post.Url, store.Released.TryGetBytes(file.Path[..^".md".Length] + ".thread.md", out var thread) ? Encoding.UTF8.GetString(thread) : string.Empty);
            }
        }

        return released;
    }
}
