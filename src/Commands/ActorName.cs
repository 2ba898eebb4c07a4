using Blog.Vault;

namespace Blog.Commands;

/// <summary>Under which pen name a decision is kept.</summary>
internal static class ActorName
{
    /// <summary>The name given, else that of BLOG_ACTOR, else the store's own, made once at random; never the name of the account.</summary>
    /// <exception cref="UsageException">The name given cannot stand in the audit.</exception>
    public static string Of(string? given, VaultStore store)
    {
        var name = given ?? Environment.GetEnvironmentVariable("BLOG_ACTOR");
        if (string.IsNullOrWhiteSpace(name))
        {
            return store.Actor;
        }

        name = name.Trim();
        return PenNames.IsUsable(name)
            ? name
            : throw new UsageException($"A pen name is one line of at most {PenNames.MaxLength} characters without an e-mail address. Choose one that nobody knows you by. Nothing was changed.");
    }
}
