using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault unlock</c>: opens the sealed part for this and the next commands.</summary>
internal static class UnlockVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var passphraseFile = CommonOptions.PassphraseFile();
        var actor = CommonOptions.Actor();
        var command = new Command("unlock", "Open the sealed part of the private store until nobody has used it for 15 minutes. Example: dotnet run -- vault unlock") { blog, vault, passphraseFile, actor };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            if (!store.Sealed.IsSetUp)
            {
                throw new UsageException("The private store has no passphrase yet, so nothing is sealed in it. Set one with: dotnet run -- vault passphrase");
            }

            using var passphrase = PassphraseReader.Existing(parse.GetValue(passphraseFile), "Passphrase of the private store");
            var session = VaultAccess.Session(store.Location);
            if (!store.Sealed.Unlock(passphrase, keep: true))
            {
                Console.Error.WriteLine($"The passphrase is right, but the key could not be kept for the next commands (in {session.Folder}). Give each of them the passphrase instead: --passphrase-file, or the variable {PassphraseReader.Variable}.");
                return ExitCode.Fault;
            }

            Console.WriteLine("Open. It locks by itself after 15 minutes without use; at once with: dotnet run -- vault lock");
            if (!session.IsInMemory)
            {
                Console.Error.WriteLine($"This machine has no place in memory for the open key, so it lies on a disk meanwhile ({session.Folder}, readable by you alone). Lock it when you are done, and encrypt the disk.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
