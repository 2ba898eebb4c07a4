using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault verify</c>: whether the private store is whole, and what that check cannot know.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var head = new Option<string[]>("--head") { Description = "A head of the audit that you noted earlier (17:0a1b...); it must lie on the chain.", HelpName = "HEAD" };
        var against = new Option<string?>("--against") { Description = "A backup whose head of the audit must lie on the chain; asks for its passphrase.", HelpName = "FILE" };
        var passphraseFile = CommonOptions.PassphraseFile();
        var mend = new Option<bool>("--mend-search") { Description = "Make the search index anew from the texts." };
        var command = new Command("verify", "Check that the private store is whole: file, tables, audit, releases, search, sealed rows. Example: dotnet run -- vault verify --head 17:0a1b...")
        {
            blog, vault, head, against, passphraseFile, mend,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var noted = (parse.GetValue(head) ?? []).Select(Read).ToList();
            if (parse.GetValue(against) is { } backup)
            {
                using var passphrase = PassphraseReader.Existing(parse.GetValue(passphraseFile), "Passphrase of the backup");
                noted.Add(VaultBackup.ReadHead(backup, passphrase));
            }

            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            if (parse.GetValue(mend))
            {
                store.RebuildSearch();
            }

            return Write(VaultVerifier.Verify(store, noted));
        });
        return command;
    }

    private static AuditHead Read(string text) => AuditHead.TryParse(text.Trim(), out var head)
        ? head
        : throw new UsageException("A head of the audit is a number, a colon and 64 hexadecimal digits, as \"vault verify\" prints it. Nothing was checked.");

    private static int Write(VerifyReport report)
    {
        foreach (var fault in report.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        Console.WriteLine(report.Faults.Count == 0 ? "The private store is whole." : $"{report.Faults.Count} things are wrong with the private store.");
        Console.WriteLine("What this check cannot know:");
        foreach (var unknown in report.Unknown)
        {
            Console.WriteLine("- " + unknown);
        }

        Console.WriteLine($"Head of the audit: {report.Head}");
        Console.WriteLine("Note it somewhere else (paper will do): given with --head, it proves later that no entry before it was changed or taken away.");
        return report.Faults.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }
}
