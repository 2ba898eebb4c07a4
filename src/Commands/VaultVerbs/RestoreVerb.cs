using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault restore FILE</c>: brings a private store back from a backup.</summary>
internal static class RestoreVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var file = new Argument<string>("file") { Description = "The backup." };
        var passphraseFile = CommonOptions.PassphraseFile();
        var actor = CommonOptions.Actor();
        var command = new Command("restore", "Bring the private store back from a backup; overwrites nothing. Example: dotnet run -- vault restore my-blog.backup --vault ../restored")
        {
            file, blog, vault, passphraseFile, actor,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var location = VaultAccess.Locate(folder, parse.GetValue(vault));
            var given = parse.GetValue(actor);
            if (given is not null && !PenNames.IsUsable(given))
            {
                throw new UsageException($"A pen name is one line of at most {PenNames.MaxLength} characters without an e-mail address. Nothing was changed.");
            }

            if (VaultStore.Exists(location))
            {
                throw new UsageException($"There is a private store at {location.Folder} already, and a restore overwrites nothing. Name a folder that is not there yet with --vault, or move the old one away.");
            }

            using var passphrase = PassphraseReader.Existing(parse.GetValue(passphraseFile), "Passphrase of the backup");
            var report = VaultBackup.Restore(parse.GetRequiredValue(file), location, passphrase, VaultAccess.Random, TimeProvider.System, given);
            Console.WriteLine($"The private store is back in {location.Folder}, and it is whole. Head of its audit: {report.Head}");
            Console.Error.WriteLine(DiskEncryption.Describe(DiskEncryption.Probe(location.Folder)));
            Console.WriteLine("Decisions made after the backup are not in it: compare with what is published before you release.");
            return ExitCode.Done;
        });
        return command;
    }
}
