using System.Globalization;
using Blog.Gate;
using Blog.Moderate;
using Blog.Model;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Gathers what the safety check of a blog is given: the one place where the private store's secrets meet the public site.</summary>
internal static class GateInputs
{
    /// <summary>The input of a check on a day: the secrets of the blog's private store; without a store those that a release sealed; without these there is nothing to look for.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="vault">Where the store is said to be; null for the usual place.</param>
    /// <param name="today">The day.</param>
    /// <param name="unsealed">Whether a person said to go without the sealed redactions where their key is missing.</param>
    /// <param name="publishes">Whether the site is published after the check, which is for editors.</param>
    /// <exception cref="UsageException">Decisions were made that <c>input/</c> does not follow yet.</exception>
    /// <exception cref="VaultException">The store cannot be read: a check that cannot run is a failed check.</exception>
    public static GateInput Of(BlogFolder folder, SiteSettings settings, string? vault, DateOnly today, bool unsealed = false, bool publishes = false)
    {
        var location = VaultAccess.Locate(folder, vault);
        if (!VaultStore.Exists(location))
        {
            return Of(SealedInput.Of(folder, unsealed, Environment.GetEnvironmentVariable), today);
        }

        using var store = VaultAccess.Open(folder, vault);
        if (publishes)
        {
            store.Roles.Require(EditorTask.Publish);
        }

        return OfOpen(store, settings, today);
    }

    /// <summary>As <see cref="Of(BlogFolder, SiteSettings, string, DateOnly, bool, bool)"/>, over a store that is open already.</summary>
    public static GateInput OfOpen(VaultStore store, SiteSettings settings, DateOnly today)
    {
        RequireFollowed(store);
        return Of(store, settings, today);
    }

    /// <summary>The input of a check before a commit. Decisions that wait for their release do not stop it: their terms are looked for as they are.</summary>
    public static GateInput ForCommit(BlogFolder folder, SiteSettings settings, string? vault, DateOnly today)
    {
        if (!VaultStore.Exists(VaultAccess.Locate(folder, vault)))
        {
            return Of(SecretSet.None, today);
        }

        using var store = VaultAccess.Open(folder, vault);
        return Of(store, settings, today);
    }

    private static GateInput Of(VaultStore store, SiteSettings settings, DateOnly today) => Of(GateSecrets.Of(store, settings), today) with
    {
        MemoryKey = store.DeriveKey("gate memory"),
        Waivers = [.. store.Waivers.List().Select(waiver => new GateWaiver(waiver.Case, waiver.Place, waiver.Reason, waiver.Until))],
    };

    private static GateInput Of(SecretSet secrets, DateOnly today) => new() { Secrets = secrets, Today = today, Parallelism = Environment.ProcessorCount, MemoryKey = secrets.Count == 0 ? ReadOnlyMemory<byte>.Empty : (ReadOnlyMemory<byte>?)null };

    /// <summary>What was decided and not yet released stands in <c>input/</c> as it was: the check cannot know all of it (a withheld text, a place), so it does not begin.</summary>
    private static void RequireFollowed(VaultStore store)
    {
        var all = DecisionBook.Of(store.Decisions.List()).All;
        var waiting = all.Count(decision => decision.Row > store.ReleasedDecisions && decision.MayTakeOut);
        if (waiting > 0)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{waiting:N0} decisions that may take something out were made since the last release, and input/ does not follow them yet. Run release first; nothing was published."));
        }
    }
}
