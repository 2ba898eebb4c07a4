using System.CommandLine;
using System.Text;
using Blog.Jose;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.KeyVerbs;

/// <summary><c>keys confirm NAME</c>: signs, as the second person and on one's own machine, that something may be done.</summary>
internal static class ConfirmVerb
{
    /// <summary>The purpose of the signature.</summary>
    public const string Purpose = "subrosa-confirmation+jws";

    public static Command Create()
    {
        var (blog, vault, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.PassphraseFile());
        var name = new Argument<string>("name") { Description = "The whole name of what waits, 32 digits, as the other person's \"vault confirm\" shows it." };
        var output = new Option<string>("--out") { Description = "The file to write, to be sent back.", HelpName = "FILE", Required = true };
        var command = new Command("confirm", "Sign that you confirm something as the second person. Ask what it is about first: the file names it by digits alone. Example: dotnet run -- keys confirm 4f2a91c0... --out confirmed.txt") { name, blog, vault, passphrase, output };
        command.SetAction(parse =>
        {
            if (!VaultHandle.TryParse(parse.GetRequiredValue(name), out var waiting))
            {
                throw new UsageException("The name of what waits has 32 digits (0 to 9, a to f). Nothing was written.");
            }

            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), null);
            OwnStore.RequireSealed(store, parse.GetValue(passphrase));
            using var own = store.Keys.Open(KeyText.Find(store, null, own: true));
            DurableFile.Write(parse.GetRequiredValue(output), Encoding.ASCII.GetBytes(SignedMessage.Sign(Encoding.ASCII.GetBytes(waiting.Hex), Purpose, own.Signature) + "\n"));
            Console.WriteLine($"Signed. Send {parse.GetRequiredValue(output)} back; it says nothing but that name, and counts for a day.");
            return ExitCode.Done;
        });
        return command;
    }
}
