using System.Security.Cryptography;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Finds and opens the private store of a blog.</summary>
internal static class VaultAccess
{
    private static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();

    public static VaultLocation Locate(BlogFolder folder, string? given)
    {
        var location = VaultLocation.Resolve(folder.Root, given, Environment.GetEnvironmentVariable);
        location.RequirePrivatePlace();
        return location;
    }

    /// <summary>Opens the store; a blog that has none yet gets one.</summary>
    public static VaultStore OpenOrCreate(BlogFolder folder, string? given) =>
        VaultStore.OpenOrCreate(Locate(folder, given), Random, TimeProvider.System);

    /// <summary>Opens the store of a blog that must have one.</summary>
    public static VaultStore Open(BlogFolder folder, string? given)
    {
        var location = Locate(folder, given);
        return VaultStore.Exists(location)
            ? VaultStore.Open(location, Random, TimeProvider.System)
            : throw new UsageException($"This blog has no private store yet (it would be {location.Folder}). Bring an archive in first: dotnet run -- import FILE --blog {folder.Root}");
    }
}
