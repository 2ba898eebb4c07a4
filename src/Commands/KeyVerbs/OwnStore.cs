using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.KeyVerbs;

/// <summary>The private store in which somebody's own keys lie: that of the blog, or for a moderator who has no blog a store of their own.</summary>
internal static class OwnStore
{
    /// <summary>Opens it, and the sealed part with it.</summary>
    /// <param name="blog">Value of <c>--blog</c>.</param>
    /// <param name="vault">Value of <c>--vault</c>.</param>
    /// <param name="actor">Value of <c>--actor</c>.</param>
    public static VaultStore Open(string blog, string? vault, string? actor)
    {
        var folder = new BlogFolder(blog);
        if (vault is not null || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("BLOG_VAULT")) || (File.Exists(folder.SettingsFile) && !SampleGuard.IsSample(folder)))
        {
            return VaultAccess.OpenOrCreate(folder, vault, actor);
        }

        return VaultAccess.OpenOrCreate(VaultLocation.OfPerson(Environment.GetEnvironmentVariable), actor);
    }

    /// <summary>Opens the sealed part; where it has no passphrase yet, one is set.</summary>
    public static void RequireSealed(VaultStore store, string? passphraseFile)
    {
        if (store.Sealed.IsSetUp)
        {
            VaultAccess.RequireUnlocked(store, passphraseFile);
            return;
        }

        using var passphrase = PassphraseReader.New(passphraseFile, PassphraseReader.Variable, "--passphrase-file", "New passphrase of the private store");
        store.Sealed.SetPassphrase(null, passphrase);
        store.Sealed.Unlock(passphrase, keep: false);
    }
}
