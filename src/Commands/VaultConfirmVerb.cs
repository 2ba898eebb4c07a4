using System.CommandLine;
using System.Globalization;
using System.Text;
using Blog.Jose;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>vault confirm</c>: what waits for a second person, and their word.</summary>
internal static class VaultConfirmVerb
{
    private const int MaxBytes = 16 * 1024;

    public static Command Create()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var name = new Argument<string?>("name") { Description = "First digits of the name of what waits; without it, everything that waits is listed.", Arity = ArgumentArity.ZeroOrOne };
        var signed = new Option<string?>("--signed") { Description = "A file that the second person's \"keys confirm\" wrote.", HelpName = "FILE" };
        var command = new Command("confirm", "Confirm as the second person, under another pen name, or by a file that they signed. Example: dotnet run -- vault confirm 4f2a91c0 --actor \"Quiet Harbour\"") { name, blog, vault, actor, signed };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            if (parse.GetValue(signed) is { } file)
            {
                var (waiting, by) = Read(store, file);
                Say(store.Confirmations.Confirm(waiting, by));
                return ExitCode.Done;
            }

            if (parse.GetValue(name) is { Length: >= 4 } given)
            {
                Say(store.Confirmations.Confirm(given, store.Actor));
                return ExitCode.Done;
            }

            foreach (var each in store.Confirmations.List())
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{each.Handle.Hex}  {(each.Act == ConfirmedAct.Erasure ? "erasure" : "guest post")}  asked {each.Asked:yyyy-MM-dd HH:mm} by {each.AskedBy}  {(each.ConfirmedBy is { } by ? $"confirmed by {by}" : "waits")}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Say(Confirmation confirmed) => Console.WriteLine($"Confirmed by {confirmed.ConfirmedBy}. {confirmed.AskedBy} can go on, within a day.");

    private static (string Name, string By) Read(VaultStore store, string file)
    {
        var path = new FileInfo(file);
        if (path.Exists && path.Length <= MaxBytes)
        {
            var text = File.ReadAllText(path.FullName, Encoding.UTF8).TrimEnd('\n');
            foreach (var key in store.Keys.List().Where(key => !key.IsOwn && key.Holds(store.Keys.Today)))
            {
                if (SignedMessage.TryVerify(text, KeyVerbs.ConfirmVerb.Purpose, key.Card.Signature, out var content) && VaultHandle.TryParse(Encoding.UTF8.GetString(content), out var waiting))
                {
                    return (waiting.Hex, key.Card.Name);
                }
            }
        }

        throw new UsageException($"{path.FullName} is not there, or is no confirmation that somebody signed whose key was accepted here and holds. Nothing was changed.");
    }
}
