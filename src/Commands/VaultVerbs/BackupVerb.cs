using System.CommandLine;
using System.Globalization;
using Blog.Model;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault backup FILE</c>: the whole private store in one encrypted file.</summary>
internal static class BackupVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var file = new Argument<string>("file") { Description = "The file to make; there must be none of this name." };
        var passphraseFile = CommonOptions.PassphraseFile();
        var actor = CommonOptions.Actor();
        var until = new Option<string?>("--delete-by") { Description = "The day on which you mean to delete it (2027-06-30); an erasure lists backups with it.", HelpName = "DAY" };
        var command = new Command("backup", "Write the whole private store into one file, encrypted under a passphrase. Example: dotnet run -- vault backup /media/stick/my-blog.backup")
        {
            file, blog, vault, passphraseFile, actor, until,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var path = Path.GetFullPath(parse.GetRequiredValue(file));
            DateOnly? expires = parse.GetValue(until) is { } day ? DayText.TryRead(day, out var last) ? last : throw new UsageException($"--delete-by takes a day such as 2027-06-30, not \"{day}\". Nothing was written.") : null;
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            if (File.Exists(path))
            {
                throw new UsageException($"There is a file {path} already, and a backup overwrites nothing. Name another one.");
            }

            using var passphrase = PassphraseReader.New(parse.GetValue(passphraseFile), PassphraseReader.Variable, "--passphrase-file", "Passphrase for the backup");
            var head = VaultBackup.Write(store, path, passphrase);
            using (var transaction = store.BeginTransaction())
            {
                store.Copies.Add("backup", path, expires);
                transaction.Commit();
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {new FileInfo(path).Length / 1e6:N1} MB, encrypted. Without its passphrase nobody can open it, you included."));
            Console.WriteLine($"Head of the audit in it: {head}");
            Console.WriteLine($"Try it once: dotnet run -- vault restore {path} --vault FOLDER, with a folder that is not there yet.");
            return ExitCode.Done;
        });
        return command;
    }
}
