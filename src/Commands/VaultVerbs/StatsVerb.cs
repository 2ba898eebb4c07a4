using System.CommandLine;
using System.Globalization;
using Blog.Model;
using Blog.Moderate;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault stats</c>: what the private store holds, in numbers, and how its sources and its disk stand.</summary>
internal static class StatsVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("stats", "How much is in the private store, and how its sources and its disk stand. Example: dotnet run -- vault stats") { blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            Write(store, File.Exists(folder.SettingsFile) ? new BlogReader(folder).ReadSettings() : null);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(VaultStore store, SiteSettings? settings)
    {
        var counts = store.Stats();
        Line("sources", counts.Sources);
        Line("posts", counts.Posts);
        Line("pages", counts.Pages);
        Line("posts and pages that were public", counts.PublicPosts);
        Line("comments", counts.Comments);
        Line("comments that were public", counts.PublicComments);
        Line("comments without their post", counts.OrphanComments);
        Line("writers as shown", counts.People);
        Line("imports", counts.Imports);
        Line("posts and comments with words", counts.Texts);
        Line("texts that rules have read", counts.TextsRead);
        Line("texts that the tagger has not read", settings is null ? counts.Texts : new TaggerPass(store, settings).Remaining);
        Line("findings", counts.Findings);
        Line("decisions", counts.Decisions);
        Line("decisions in force", counts.DecisionsInForce);
        Line("releases", counts.Releases);
        Line("files released", counts.ReleasedFiles);
        Line("pseudonyms given", counts.Pseudonyms);
        Line("sealed items", counts.SealedItems);
        Line("entries in the audit", counts.AuditEntries);
        foreach (var source in store.Sources.List())
        {
            Console.WriteLine($"source {SourceNames.Of(source)}: {SourceNames.StateOf(source)}");
        }

        Console.WriteLine($"sealed part: {(!store.Sealed.IsSetUp ? "no passphrase yet" : store.Sealed.IsUnlocked ? "open" : "locked")}");
        Console.WriteLine($"you are \"{ActorName.Of(null, store)}\" in the audit");
        Console.WriteLine(DiskEncryption.Describe(DiskEncryption.Probe(store.Location.Folder)));
    }

    private static void Line(string what, long count) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,12:N0}  {what}"));
}
