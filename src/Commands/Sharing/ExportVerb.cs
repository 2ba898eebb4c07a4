using System.CommandLine;
using System.Globalization;
using System.Text;
using Blog.Import;
using Blog.Moderate;
using Blog.Moderate.Sharing;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.Sharing;

/// <summary><c>moderate export</c>: an encrypted packet of some threads, for one moderator.</summary>
internal static class ExportVerb
{
    private const int DefaultDays = 30;

    public static Command Create()
    {
        var (blog, vault, actor, passphrase) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor(), CommonOptions.PassphraseFile());
        var threads = new Option<string[]>("--threads") { Description = "The threads: names of posts as \"redact list\" shows them; several.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var year = new Option<int?>("--year") { Description = "All threads of a year.", HelpName = "YEAR" };
        var to = new Option<string>("--to") { Description = "The moderator's key: pen name, or first digits of its name.", HelpName = "KEY", Required = true };
        var output = new Option<string>("--out") { Description = "The file to write; there must be none of this name.", HelpName = "FILE", Required = true };
        var days = new Option<int>("--days") { Description = "For how many days it can be opened; default: 30.", HelpName = "N", DefaultValueFactory = _ => DefaultDays };
        var command = new Command("export", "Write threads into an encrypted packet for one moderator: texts, findings, decisions; no addresses, links, times or names beyond those in the texts. Example: dotnet run -- moderate export --threads 4f2a91c0 --to \"Quiet Harbour\" --out packet.jwe")
        {
            threads, year, to, output, days, blog, vault, actor, passphrase,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var path = Path.GetFullPath(parse.GetRequiredValue(output));
            if (File.Exists(path))
            {
                throw new UsageException($"There is a file {path} already, and a packet overwrites nothing. Name another one.");
            }

            if (parse.GetValue(days) is < 1 or > 366)
            {
                throw new UsageException("--days takes 1 to 366. Nothing was written.");
            }

            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            store.Roles.Require(EditorTask.Share);
            KeyVerbs.KeyText.WarnOfEnds(store, Console.Error);
            var moderator = KeyVerbs.KeyText.Find(store, parse.GetRequiredValue(to), own: false);
            if (!moderator.Holds(store.Keys.Today))
            {
                throw new UsageException("This key has ended: nothing is encrypted to it any more. Ask the moderator for the next one. Nothing was written.");
            }

            var editor = KeyVerbs.KeyText.Find(store, null, own: true);
            VaultAccess.RequireUnlocked(store, parse.GetValue(passphrase));
            var posts = Posts(store, parse.GetValue(threads) ?? [], parse.GetValue(year));
            var expires = store.Keys.Today.AddDays(parse.GetValue(days));
            Write(store, folder, posts, moderator, editor, expires, path);
            return ExitCode.Done;
        });
        return command;
    }

    private static List<VaultPost> Posts(VaultStore store, string[] threads, int? year)
    {
        if (threads.Length == 0 == (year is null))
        {
            throw new UsageException("Say which threads, by --threads or by --year. Nothing was written.");
        }

        if (year is { } one)
        {
            var found = store.Posts().Where(post => post.Visibility == Visibility.Public && post.Published?.Value.Year == one).ToList();
            return found.Count > 0 ? found : throw new UsageException($"No public post of the private store is of {one.ToString(CultureInfo.InvariantCulture)}. Nothing was written.");
        }

        var finder = new UnitFinder(store);
        return [.. threads.Select(name => finder.Find(name).Post)];
    }

    private static void Write(VaultStore store, BlogFolder folder, List<VaultPost> posts, PersonKey moderator, PersonKey editor, DateOnly expires, string path)
    {
        var packet = store.Packets.NewHandle();
        var content = new PacketMaker(store, new BlogReader(folder).ReadSettings(), packet).Make(posts, File.ReadAllText(folder.SettingsFile, Encoding.UTF8), expires);
        var json = PacketReader.Write(content);
        if (json.Length > Letter.MaxContent)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"These threads make {json.Length / 1e6:N1} MB, and a packet holds {Letter.MaxContent / 1e6:N0}. Take fewer, into several packets. Nothing was written."));
        }

        using var own = store.Keys.Open(editor);
        var bytes = Letter.Write(json, PacketContent.Purpose, own, moderator.Card, VaultAccess.Random);

        // First the store knows that there is a packet, then there is one: a run that is killed between leaves an entry for a file that is not there, never a file that nobody knows of.
        using (var transaction = store.BeginTransaction())
        {
            store.Packets.Add(packet, moderator, path, expires, store.Decisions.List() is [.., var last] ? last.Row : 0);
            transaction.Commit();
        }

        DurableFile.Write(path, bytes, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var texts = content.Threads.Sum(thread => 1 + thread.Comments.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{path}: {content.Threads.Count:N0} threads, {texts:N0} texts, {content.Decisions.Count:N0} decisions in force, {bytes.Length / 1e6:N1} MB, for {moderator.Card.Name} alone, until {expires:yyyy-MM-dd}."));
        Console.WriteLine($"It is packet {packet.Hex[..VaultHandle.ShownDigits]}, and stands in \"takedown copies\" until you say that it is deleted. What is erased here meanwhile is not erased there: tell the moderator.");
    }
}
