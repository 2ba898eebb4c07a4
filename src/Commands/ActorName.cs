using Blog.Vault;

namespace Blog.Commands;

/// <summary>Under which pen name a decision, an import or a release stands in the audit.</summary>
internal static class ActorName
{
    /// <summary>The variable that may name who works on the store.</summary>
    public const string Variable = "BLOG_ACTOR";

    /// <summary>The name given, else that of BLOG_ACTOR, else that of the store's settings, else the store's own, made once at random; never the name of the account.</summary>
    /// <exception cref="UsageException">The name given cannot stand in the audit.</exception>
    public static string Of(string? given, VaultStore store)
    {
        var name = (NullIfBlank(given) ?? NullIfBlank(Environment.GetEnvironmentVariable(Variable)))?.Trim() ?? VaultSettingsReader.Read(store.Location).Actor;
        if (name is null)
        {
            return store.Actor;
        }

        if (!PenNames.IsUsable(name))
        {
            throw new UsageException($"A pen name is one line of at most {PenNames.MaxLength} characters without an e-mail address. Choose one that nobody knows you by. Nothing was changed.");
        }

        return OperatorNames.Find().Any(own => own.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? throw new UsageException("The pen name is one of your own names on this machine, and the audit must not tell who you are. Choose one that nobody knows you by. Nothing was changed.")
            : name;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
