using System.Globalization;
using System.Security.Cryptography;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Bench.Leaks;

/// <summary><c>invent-secrets VAULT N [--seed S]</c>: takes N invented terms out everywhere in a private store, so that builds of its blog look for them.</summary>
internal static class InventSecretsCommand
{
    public static int Run(IReadOnlyList<string> args)
    {
        if (args.Count < 2 || !Directory.Exists(args[0]) || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            Console.Error.WriteLine("invent-secrets VAULT N [--seed S]");
            return 2;
        }

        using var random = RandomNumberGenerator.Create();
        using var store = VaultStore.Open(VaultLocation.Resolve(Path.Combine(args[0], "no-blog"), args[0], _ => null), random, TimeProvider.System);
        var moderation = new Moderation(store, store.Actor, TimeProvider.System);
        var seed = Options.Find(args, "--seed") is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : 1;
        var terms = 0;
        foreach (var term in InventedSecrets.Of(count, seed).Distinct(StringComparer.Ordinal))
        {
            moderation.Term(new TermRequest { Action = DecisionAction.Redact, Term = term, Scope = DecisionScope.Everywhere });
            terms++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{terms:N0} terms are taken out everywhere."));
        return 0;
    }
}
