using System.CommandLine;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.KeyVerbs;

/// <summary><c>keys</c>: one's own keys, the keys of people who were accepted, and who may do what.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Keys: your own, and those of people you share work with. Example: dotnet run -- keys new \"Patient Lathe\"")
    {
        New(),
        List(),
        Rotate(),
        Export(),
        PublishVerb.Create(),
        AcceptVerb.Create(),
        Remove(),
        RolesVerb.Create(),
        ConfirmVerb.Create(),
    };

    private static Command New()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var name = new Argument<string?>("name") { Description = "The pen name it bears: never your own. None for a recovery key.", Arity = ArgumentArity.ZeroOrOne };
        var notAfter = NotAfterOption();
        var recovery = new Option<bool>("--recovery") { Description = "Make a recovery key instead: into a file under a passphrase of its own, never into the store." };
        var output = new Option<string?>("--out") { Description = "File of the recovery key; its public part goes to FILE.public.json.", HelpName = "FILE" };
        var command = new Command("new", "Make a key of your own. Its private halves stay in the private store, under the passphrase. Example: dotnet run -- keys new \"Patient Lathe\"") { name, blog, vault, actor, passphrase, notAfter, recovery, output };
        command.SetAction(parse =>
        {
            var given = parse.GetValue(name);
            if (parse.GetValue(recovery) != (parse.GetValue(output) is not null) || parse.GetValue(recovery) == (given is not null))
            {
                throw new UsageException("A key of your own has a pen name (keys new NAME); a recovery key has a file instead (keys new --recovery --out FILE). Nothing was changed.");
            }

            if (given is null)
            {
                return RecoveryKeyFile.Make(parse.GetValue(output)!, parse.GetValue(passphrase), parse.GetValue(notAfter), VaultAccess.Random, TimeProvider.System); // not null: the recovery key has a file
            }

            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), parse.GetValue(actor));
            var called = ActorName.Of(given, store);
            OwnStore.RequireSealed(store, parse.GetValue(passphrase));
            using var transaction = store.BeginTransaction();
            var key = store.Keys.Make(called, KeyText.NotAfter(parse.GetValue(notAfter), store.Keys.Today));
            transaction.Commit();
            Console.WriteLine(KeyText.Line(key, store.Keys.Today));
            Console.WriteLine($"Hand out its public part: dotnet run -- keys export --out card.json. Read its fingerprint to the other person by voice: {key.Card.Fingerprint}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var (blog, vault) = (CommonOptions.Blog(), CommonOptions.Vault());
        var command = new Command("list", "List keys with their days and fingerprints. Needs no passphrase. Example: dotnet run -- keys list") { blog, vault };
        command.SetAction(parse =>
        {
            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), null);
            foreach (var key in store.Keys.List())
            {
                Console.WriteLine(KeyText.Line(key, store.Keys.Today));
            }

            KeyText.WarnOfEnds(store, Console.Error);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Rotate()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var name = new Argument<string?>("name") { Description = "The pen name; may be left out where you have one key.", Arity = ArgumentArity.ZeroOrOne };
        var notAfter = NotAfterOption();
        var command = new Command("rotate", "Make the next key of a pen name of yours. The old one goes on opening what came before, and nothing new counts for it. Example: dotnet run -- keys rotate") { name, blog, vault, actor, passphrase, notAfter };
        command.SetAction(parse =>
        {
            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), parse.GetValue(actor));
            var old = KeyText.Find(store, parse.GetValue(name), own: true);
            OwnStore.RequireSealed(store, parse.GetValue(passphrase));
            using var transaction = store.BeginTransaction();
            store.Keys.Retire(old.Handle);
            var key = store.Keys.Make(old.Card.Name, KeyText.NotAfter(parse.GetValue(notAfter), store.Keys.Today));
            transaction.Commit();
            Console.WriteLine(KeyText.Line(key, store.Keys.Today));
            Console.WriteLine($"Hand it out: dotnet run -- keys export --out card.json. Fingerprint: {key.Card.Fingerprint}");
            KeyText.WarnOfPublished(parse.GetRequiredValue(blog), old, Console.Error);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var (blog, vault) = (CommonOptions.Blog(), CommonOptions.Vault());
        var name = new Argument<string?>("name") { Description = "The pen name; may be left out where you have one key.", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--out") { Description = "The file to write; default: stdout.", HelpName = "FILE" };
        var command = new Command("export", "Write the public part of a key of yours (a JSON Web Key Set), to be handed out. Example: dotnet run -- keys export --out card.json") { name, blog, vault, output };
        command.SetAction(parse =>
        {
            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), null);
            var key = KeyText.Find(store, parse.GetValue(name), own: true);
            if (parse.GetValue(output) is { } path)
            {
                DurableFile.Write(path, key.Card.ToBytes());
                Console.WriteLine($"{path} may be handed out. The other person compares this with you by voice: {key.Card.Fingerprint}");
            }
            else
            {
                Console.Write(System.Text.Encoding.UTF8.GetString(key.Card.ToBytes()));
                Console.Error.WriteLine($"Fingerprint: {key.Card.Fingerprint}");
            }

            KeyText.WarnOfEnds(store, Console.Error);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var name = new Argument<string>("name") { Description = "Pen name, or first digits of the key's name." };
        var destroy = new Option<bool>("--destroy") { Description = "Destroy the private halves of a key of yours: what was encrypted to it can be opened by nobody, you included." };
        var command = new Command("remove", "End a key: nothing is encrypted to it any more, and what it signs does not count. Example: dotnet run -- keys remove \"Patient Lathe\"") { name, blog, vault, actor, destroy };
        command.SetAction(parse =>
        {
            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), parse.GetValue(actor));
            var key = KeyText.Find(store, parse.GetRequiredValue(name), own: null);
            if (parse.GetValue(destroy) && !key.IsOwn)
            {
                throw new UsageException("--destroy is for keys of your own; of another person's key there is nothing here to destroy. Nothing was changed.");
            }

            using var transaction = store.BeginTransaction();
            if (parse.GetValue(destroy))
            {
                store.Keys.Destroy(key.Handle);
            }
            else
            {
                store.Keys.Retire(key.Handle);
            }

            transaction.Commit();
            Console.WriteLine(parse.GetValue(destroy) ? "Removed, and its private halves are destroyed. Backups made before still hold them." : "Removed.");
            KeyText.WarnOfPublished(parse.GetRequiredValue(blog), key, Console.Error);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> NotAfterOption() => new("--not-after") { Description = "Its last day (2027-11-30); default: a year from today.", HelpName = "DAY" };
}
