namespace Blog.Release;

/// <summary>What an address in an imported text is to the blog.</summary>
/// <param name="Kind">Whose it is.</param>
/// <param name="Path">For <see cref="OwnAddressKind.Here"/>, the address on the site that it leads to; else empty.</param>
internal readonly record struct OwnAddress(OwnAddressKind Kind, string Path)
{
    public static readonly OwnAddress Foreign = new(OwnAddressKind.Foreign, string.Empty);

    public static readonly OwnAddress Nowhere = new(OwnAddressKind.Nowhere, string.Empty);

    public static OwnAddress Here(string path) => new(OwnAddressKind.Here, path);
}
