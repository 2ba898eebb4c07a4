namespace Blog.Moderate.Pictures;

/// <summary>Finds, by names of files, which addresses in the texts a picture is meant by. What could be two is left to a person.</summary>
public sealed class PictureMatcher
{
    private readonly ILookup<string, string> _byName;
    private readonly ILookup<string, string> _byLooseName;

    /// <summary>Prepares for a set of addresses.</summary>
    public PictureMatcher(IEnumerable<string> addresses)
    {
        var all = addresses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(address => (Address: address, Name: PictureAddress.FileName(address))).Where(pair => pair.Name.Length > 0).ToList();
        _byName = all.ToLookup(pair => pair.Name, pair => pair.Address, StringComparer.OrdinalIgnoreCase);
        _byLooseName = all.ToLookup(pair => PictureAddress.Loose(pair.Name), pair => pair.Address, StringComparer.Ordinal);
    }

    /// <summary>The addresses that name a file of this name: none; one picture's, in one or more sizes; or several pictures'.</summary>
    /// <returns>The addresses, and whether they are more than one picture's.</returns>
    public (IReadOnlyList<string> Addresses, bool Doubtful) Match(string fileName)
    {
        var found = _byName[fileName].ToList();
        found = found.Count > 0 ? found : [.. _byLooseName[PictureAddress.Loose(fileName)]];
        return (found, found.Select(PictureAddress.WithoutSize).Distinct(StringComparer.Ordinal).Count() > 1);
    }
}
