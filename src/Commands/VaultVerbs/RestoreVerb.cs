using System.CommandLine;
using Blog.Source;
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
        var erasures = new Option<string?>("--erasures") { Description = "The store's erasure list, where it does not lie beside it: what it names does not come back.", HelpName = "FILE" };
        var without = new Option<bool>("--without-erasures") { Description = "Bring it back without a list: what was erased since the backup is back too." };
        var command = new Command("restore", "Bring the private store back from a backup; overwrites nothing. Example: dotnet run -- vault restore my-blog.backup --vault ../restored")
        {
            file, blog, vault, passphraseFile, actor, erasures, without,
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
            var report = VaultBackup.Restore(parse.GetRequiredValue(file), location, passphrase, VaultAccess.Random, TimeProvider.System, given, ListsOf(folder, location, parse.GetValue(erasures)), parse.GetValue(without));
            Console.WriteLine($"The private store is back in {location.Folder}, and it is whole. Head of its audit: {report.Head}");
            Console.Error.WriteLine(DiskEncryption.Describe(DiskEncryption.Probe(location.Folder)));
            Console.WriteLine("Decisions made after the backup are not in it: compare with what is published before you release.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Where the list of the store may be: as named, beside any store of the same place, beside the blog's usual one.</summary>
    private static IReadOnlyList<string> ListsOf(BlogFolder folder, VaultLocation location, string? named)
    {
        if (named is not null)
        {
            ErasureList.Read(named); // a wrong name must not look like no list
            return [named];
        }

        var parents = new[] { location, VaultAccess.Locate(folder, null) }.Select(place => Path.GetDirectoryName(place.Folder)).OfType<string>().Distinct(StringComparer.Ordinal);
        return [.. parents.Where(Directory.Exists).SelectMany(parent => Directory.EnumerateFiles(parent, "*.erasures")).Order(StringComparer.Ordinal)];
    }
}
