using System.CommandLine;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.KeyVerbs;

/// <summary><c>keys accept FILE</c>: takes in another person's public keys, after the fingerprint was compared.</summary>
internal static class AcceptVerb
{
    public static Command Create()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var file = new Argument<string>("file") { Description = "The file that the other person's \"keys export\" wrote." };
        var fingerprint = new Option<string?>("--fingerprint") { Description = "The fingerprint as the other person read it to you. Without it, it is asked for on the terminal.", HelpName = "WORDS" };
        var command = new Command("accept", "Accept another person's key: packets can go to it, and what it signs counts. Ask for its fingerprint by voice, not by the way the file came. Example: dotnet run -- keys accept card.json --fingerprint abcd-efgh-jkmn-pqrs-tuvw")
        {
            file, blog, vault, actor, fingerprint,
        };
        command.SetAction(parse =>
        {
            var path = new FileInfo(parse.GetRequiredValue(file));
            if (!path.Exists || path.Length > KeyCard.MaxBytes || !KeyCard.TryRead(File.ReadAllBytes(path.FullName), out var card))
            {
                throw new UsageException($"{path.FullName} is not there, or is no public key as \"keys export\" writes it. Nothing was changed.");
            }

            using var store = OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), parse.GetValue(actor));
            if (Plain(Heard(parse.GetValue(fingerprint))) != Plain(card.Fingerprint))
            {
                throw new UsageException("The fingerprint is another one: this file is not what the other person wrote, or it was misheard. Compare again, by voice. Nothing was changed.");
            }

            using var transaction = store.BeginTransaction();
            var key = store.Keys.Accept(card);
            transaction.Commit();
            Console.WriteLine(KeyText.Line(key, store.Keys.Today));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Heard(string? given)
    {
        if (given is not null)
        {
            return given;
        }

        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new UsageException("The fingerprint is needed, as the other person read it to you (--fingerprint), and there is no terminal to ask on. It is not shown here: one that is only copied compares nothing. Nothing was changed.");
        }

        Console.Error.Write("Fingerprint, as the other person reads it to you: ");
        return Console.ReadLine() ?? string.Empty;
    }

    private static string Plain(string fingerprint) => new([.. fingerprint.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
