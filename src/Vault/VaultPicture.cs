namespace Blog.Vault;

/// <summary>A picture of the vault, without its bytes.</summary>
public sealed record VaultPicture
{
    /// <summary>Its random name; decisions name it so.</summary>
    public required VaultHandle Handle { get; init; }

    /// <summary>Its kind: jpeg, png, gif, webp.</summary>
    public required string Format { get; init; }

    /// <summary>Width in pixels, as it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, as it is shown.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes of the file as it was taken in.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256, in lower-case hex, of what would be published of it.</summary>
    public required string Scrubbed { get; init; }

    /// <summary>Version of the scrubber that made that.</summary>
    public required int Scrubber { get; init; }

    /// <summary>Addresses by which texts name it, sorted; none for one that only stands for another.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }
}
