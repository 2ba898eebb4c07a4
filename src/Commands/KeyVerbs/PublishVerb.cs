using System.CommandLine;
using Blog.Guests.Replies;
using Blog.Site.Scripts;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.KeyVerbs;

/// <summary><c>keys publish</c>: puts the public parts of chosen keys into the blog folder, where the page for submissions finds them.</summary>
internal static class PublishVerb
{
    public static Command Create()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var names = new Argument<string[]>("names") { Description = "Pen names of the editors whose keys can open submissions; default: your only key.", Arity = ArgumentArity.ZeroOrMore };
        var recovery = new Option<string?>("--recovery") { Description = "Public part of the recovery key (FILE.public.json of \"keys new --recovery\"); default: the one that is published already.", HelpName = "FILE" };
        var command = new Command("publish", "Write the public keys to which the site's visitors encrypt (input/submission-keys.json), in the place of those before. Example: dotnet run -- keys publish --recovery recovery.public.json")
        {
            names, blog, vault, actor, recovery,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var before = new BlogReader(folder).ReadSubmissionKeys();
            using var store = OwnStore.Open(folder.Root, parse.GetValue(vault), parse.GetValue(actor));
            store.Roles.Require(EditorTask.Keys);
            var today = store.Keys.Today;
            var given = parse.GetValue(names) ?? [];
            var chosen = given.Length == 0 ? [KeyText.Find(store, null, own: true)] : given.Select(name => KeyText.Find(store, name, own: null)).ToList();
            if (chosen.Find(key => !key.Holds(today)) is { } ended)
            {
                throw new UsageException($"The key of {ended.Card.Name} has ended or has not begun. Make the next one first (\"keys rotate\"). Nothing was changed.");
            }

            var recoveryKeys = parse.GetValue(recovery) is { } path ? [ReadRecovery(path)] : before?.Keys.Where(key => key.IsRecovery).ToList() ?? [];
            if (recoveryKeys.Count == 0 && chosen.Count < 2)
            {
                throw new UsageException("There would be one key alone, and what is sent would be lost with it. Make a recovery key (\"keys new --recovery --out FILE\"), keep FILE away from every machine, and name FILE.public.json with --recovery. Nothing was changed.");
            }

            var keys = new SubmissionKeys([.. chosen.Select(Published).Concat(recoveryKeys).DistinctBy(key => key.Id, StringComparer.Ordinal)]);
            if (keys.Keys.Count > SubmissionKeys.MaxKeys)
            {
                throw new UsageException($"A message has at most {SubmissionKeys.MaxKeys} recipients. Name fewer. Nothing was changed.");
            }

            if (!ReplyFolder.Exists(folder))
            {
                ReplyFolder.Write(folder, [], VaultAccess.Random); // from the first day, so that the first answer does not show
            }

            DurableFile.Write(folder.SubmissionKeysFile, keys.ToBytes());
            Console.WriteLine($"{keys.Keys.Count} public keys are in input/{SubmissionKeys.FileName}. The next build encrypts to them; a key that is no longer there can read nothing new.");
            Console.WriteLine($"The page's script has the SHA-256 {SubmissionScript.Sha256}. Tell it to people by another way than this site, so that they can compare.");
            if (new BlogReader(folder).ReadSettings().Submissions is null)
            {
                Console.Error.WriteLine("site.yml has no submissions yet, so there is no page for them. Add the line: submissions: {endpoint: netlify}");
            }

            foreach (var warning in keys.Warnings(today))
            {
                Console.Error.WriteLine(warning);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static PublishedKey Published(PersonKey key) =>
        new(IsRecovery: false, key.Card.Created, key.Card.NotAfter, key.Card.Encryption.X, key.Card.Encryption.Y, key.Card.Encryption.Thumbprint);

    private static PublishedKey ReadRecovery(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > 64 * 1024)
        {
            throw new UsageException($"{file.FullName} is not there, or is no public key. Nothing was changed.");
        }

        return SubmissionKeys.Read(File.ReadAllBytes(file.FullName), file.Name).Keys is [{ IsRecovery: true } only]
            ? only
            : throw new UsageException($"{file.FullName} is not the public part of one recovery key. Nothing was changed.");
    }
}
