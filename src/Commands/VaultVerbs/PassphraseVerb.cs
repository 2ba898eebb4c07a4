using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault passphrase</c>: sets or changes the passphrase of the sealed part.</summary>
internal static class PassphraseVerb
{
    private const string NewOption = "--new-passphrase-file";

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var passphraseFile = CommonOptions.PassphraseFile();
        var newFile = new Option<string?>(NewOption) { Description = "File whose first line is the new passphrase, readable by you alone; default: the terminal, and for the first passphrase also BLOG_VAULT_PASSPHRASE.", HelpName = "FILE" };
        var actor = CommonOptions.Actor();
        var command = new Command("passphrase", "Set or change the passphrase of guests' originals, senders, requests and keys. Example: dotnet run -- vault passphrase")
        {
            blog, vault, passphraseFile, newFile, actor,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            var isFirst = !store.Sealed.IsSetUp;
            using var current = isFirst ? null : PassphraseReader.Existing(parse.GetValue(passphraseFile), "Present passphrase");
            using var next = PassphraseReader.New(
                parse.GetValue(newFile) ?? (isFirst ? parse.GetValue(passphraseFile) : null),
                isFirst ? PassphraseReader.Variable : null,
                NewOption,
                "New passphrase (four or five random words)");
            store.Sealed.SetPassphrase(current, next);
            Console.WriteLine(isFirst
                ? "The passphrase is set. Open the sealed part with: dotnet run -- vault unlock"
                : "The passphrase was changed and everything sealed anew. Copies of the store from before still open with the old one.");
            Console.WriteLine("Nobody can bring it back: without it what is sealed is lost, and so is every backup made with it. Keep it where you keep what must not be lost.");
            return ExitCode.Done;
        });
        return command;
    }
}
