using Blog.Gate.Removal;
using Blog.Moderate;
using Blog.Release.Erasure;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary>The posts and comments that a person means: by address, by name, by words of theirs, by signature.</summary>
internal static class TakedownUnits
{
    private const int PieceLength = 48;

    /// <summary>What is meant.</summary>
    /// <exception cref="UsageException">Nothing is.</exception>
    /// <exception cref="ModerationException">A name is no post's and no comment's.</exception>
    public static IReadOnlyList<VaultUnit> Of(VaultStore store, BlogFolder folder, string siteAddress, IReadOnlyList<string> named, IReadOnlyList<string> phrases, IReadOnlyList<string> signed) =>
        Of(store, folder, siteAddress, named, phrases, signed, []);

    /// <summary>What is meant, and what else is taken along.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="folder">The blog.</param>
    /// <param name="siteAddress">The site's address.</param>
    /// <param name="named">Addresses and names.</param>
    /// <param name="phrases">Words that stand in them.</param>
    /// <param name="signed">Names under which, or over which, they stand.</param>
    /// <param name="others">Posts and comments that are meant in any case.</param>
    /// <exception cref="UsageException">Nothing is meant.</exception>
    /// <exception cref="ModerationException">A name is no post's and no comment's.</exception>
    public static IReadOnlyList<VaultUnit> Of(VaultStore store, BlogFolder folder, string siteAddress, IReadOnlyList<string> named, IReadOnlyList<string> phrases, IReadOnlyList<string> signed, IReadOnlyList<VaultHandle> others)
    {
        var finder = new UnitFinder(store);
        var handles = named.Select(name => finder.Find(CheckedRemoval.NameOf(folder, siteAddress, name)).Handle).ToHashSet();
        handles.UnionWith(others);
        handles.UnionWith(phrases.SelectMany(phrase => UnitSearch.ByPhrase(store, phrase)).Select(unit => unit.Handle));
        handles.UnionWith(signed.SelectMany(name => UnitSearch.BySignature(store, name)).Select(unit => unit.Handle));
        return handles.Count > 0
            ? [.. store.Units().Where(unit => handles.Contains(unit.Handle))]
            : throw new UsageException(named.Count + phrases.Count + signed.Count == 0 ? "Name what is meant: an address, --phrase or --signed. Nothing was changed." : "Nothing in the private store is meant by that. Nothing was changed.");
    }

    /// <summary>Pieces of texts that nobody else wrote, for a search of raw bytes; of those that are still there.</summary>
    /// <param name="store">The open store.</param>
    /// <param name="eraser">An eraser that was told of the texts by its plan.</param>
    /// <param name="units">Posts and comments.</param>
    public static List<string> Pieces(VaultStore store, Eraser eraser, IReadOnlyList<VaultUnit> units)
    {
        var pieces = new List<string>();
        foreach (var text in units.Select(unit => new VaultEraser(store, eraser.List).Text(unit)))
        {
            pieces.AddRange(eraser.List.Passages.Find(text).Select(place => text[place.Start..Math.Min(place.End, place.Start + PieceLength)]));
        }

        return pieces;
    }
}
