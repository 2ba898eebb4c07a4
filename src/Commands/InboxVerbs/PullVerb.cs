using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Blog.Guests.Submissions;
using Blog.Jose;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox pull EXPORT</c>: takes an export of the form, a folder of messages or a saved one into the private store.</summary>
internal static class PullVerb
{
    public static Command Create()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var export = new Argument<string>("export") { Description = "Netlify's export of the form (CSV or JSON), a file as the page saves it, or a folder of such files." };
        var recovery = new Option<string?>("--recovery") { Description = "File of the recovery key, where your own keys open nothing.", HelpName = "FILE" };
        var recoveryPassphrase = new Option<string?>("--recovery-passphrase-file") { Description = "File whose first line is the passphrase of the recovery key; default: the terminal.", HelpName = "FILE" };
        var command = new Command("pull", "Decrypt what people sent and file it, each message once. Exit code 1 where something could not be opened; it is kept. Example: dotnet run -- inbox pull submissions.csv")
        {
            export, blog, vault, actor, passphrase, recovery, recoveryPassphrase,
        };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            store.Roles.Require(EditorTask.GuestPosts);
            VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            using var key = parse.GetValue(recovery) is { } file ? OpenRecovery(file, parse.GetValue(recoveryPassphrase)) : null;
            var report = new Inbox(store).Pull(new SubmissionExport(parse.GetRequiredValue(export)), key);
            Print(report, Console.Out);
            Console.Error.WriteLine("An export of a host names IP addresses, browsers and times of who wrote. None of that was taken in: delete the file here, and the entries at the host.");
            return report.Kept.ContainsKey(SubmissionKind.Unopened) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }

    private static void Print(PullReport report, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.In:N0} in = {report.Kept.Values.Sum():N0} kept + {report.Repeated:N0} here before + {report.Skipped.Values.Sum():N0} left out"));
        foreach (var (kind, count) in report.Kept)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6:N0} {InboxText.Of(kind)}"));
        }

        foreach (var (reason, count) in report.Skipped.OrderBy(each => each.Key))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6:N0} left out: {InboxText.Of(reason)}"));
        }

        foreach (var (kind, count) in report.OpenedNow)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6:N0} of earlier pulls could be opened now: {InboxText.Of(kind)}"));
        }
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller disposes of it; where it does not open there is nothing to wipe.")]
    private static EcPrivateKey OpenRecovery(string path, string? passphraseFile)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > 64 * 1024)
        {
            throw new UsageException($"{file.FullName} is not there, or is no recovery key. Nothing was changed.");
        }

        using var passphrase = passphraseFile is null ? PassphraseReader.Asked("Passphrase of the recovery key", "--recovery-passphrase-file") : PassphraseReader.Existing(passphraseFile, string.Empty);
        return RecoveryKey.TryOpen(File.ReadAllBytes(file.FullName), passphrase, out var key)
            ? key
            : throw new UsageException("The recovery key does not open: the passphrase is another, or the file is no recovery key. Nothing was changed.");
    }
}
