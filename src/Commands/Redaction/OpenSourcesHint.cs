using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary>Says after a decision what follows, and that it hides little while the old blog is still up.</summary>
internal static class OpenSourcesHint
{
    public static void Print(VaultStore store)
    {
        OpenSources.Warn(store);
        Console.WriteLine("Nothing on the site has changed yet. Next: dotnet run -- release --dry-run");
    }
}
