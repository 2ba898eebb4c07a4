using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Finds and opens the private store of a blog.</summary>
internal static class VaultAccess
{
    /// <summary>Where keys and handles come from.</summary>
    public static RandomNumberGenerator Random { get; } = RandomNumberGenerator.Create();

    public static VaultLocation Locate(BlogFolder folder, string? given)
    {
        var location = VaultLocation.Resolve(folder.Root, given, Environment.GetEnvironmentVariable);
        location.RequirePrivatePlace();
        return location;
    }

    /// <summary>Opens the store; a blog that has none yet gets one.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="given">Value of <c>--vault</c>.</param>
    /// <param name="actor">Value of <c>--actor</c>.</param>
    public static VaultStore OpenOrCreate(BlogFolder folder, string? given, string? actor = null) =>
        OpenOrCreate(Locate(folder, given), actor);

    /// <summary>As <see cref="OpenOrCreate(BlogFolder, string?, string?)"/>, at a known place.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "It is the result, and the caller's.")]
    public static VaultStore OpenOrCreate(VaultLocation location, string? actor) =>
        Prepare(VaultStore.OpenOrCreate(location, Random, TimeProvider.System), actor);

    /// <summary>Opens the store of a blog that must have one.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="given">Value of <c>--vault</c>.</param>
    /// <param name="actor">Value of <c>--actor</c>.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "It is the result, and the caller's.")]
    public static VaultStore Open(BlogFolder folder, string? given, string? actor = null)
    {
        var location = Locate(folder, given);
        return VaultStore.Exists(location)
            ? Prepare(VaultStore.Open(location, Random, TimeProvider.System), actor)
            : throw new UsageException($"This blog has no private store yet (it would be {location.Folder}). Bring an archive in first: dotnet run -- import FILE --blog {folder.Root}");
    }

    /// <summary>The file in which a store's sealed part stays open between commands.</summary>
    public static SealedSession Session(VaultLocation location) => SealedSession.Of(location, Environment.GetEnvironmentVariable, TimeProvider.System);

    /// <summary>
    /// Opens the sealed part for this command where it is not open already: by <c>--passphrase-file</c>, the environment, or the terminal. For verbs that need guests'
    /// originals, senders, requests or keys.
    /// </summary>
    public static void RequireUnlocked(VaultStore store, string? passphraseFile)
    {
        if (!store.Sealed.IsUnlocked)
        {
            using var passphrase = PassphraseReader.Existing(passphraseFile, "Passphrase of the private store");
            store.Sealed.Unlock(passphrase, keep: false);
        }
    }

    private static VaultStore Prepare(VaultStore store, string? actor)
    {
        try
        {
            store.Actor = ActorName.Of(actor, store);
            store.Sealed.Use(Session(store.Location));
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
