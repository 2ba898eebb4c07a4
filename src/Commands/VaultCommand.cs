using System.CommandLine;
using System.Globalization;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>vault stats | path</c>: what the private store holds, in numbers, and where it lies.</summary>
internal static class VaultCommand
{
    public static Command Create() => new("vault", "The private store. Example: dotnet run -- vault stats --blog ../my-blog") { Stats(), PathOf() };

    private static Command Stats()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("stats", "How much is in the private store; numbers only. Example: dotnet run -- vault stats") { blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
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
            Line("files released", counts.ReleasedFiles);
            Line("pseudonyms given", counts.Pseudonyms);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command PathOf()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("path", "Where the private store lies. Example: dotnet run -- vault path") { blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var location = VaultAccess.Locate(folder, parse.GetValue(vault));
            Console.WriteLine(location.Folder);
            Console.Error.WriteLine(VaultStore.Exists(location)
                ? DiskEncryption.Describe(DiskEncryption.Probe(location.Folder))
                : "There is none yet; the first import makes it.");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Line(string what, long count) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,12:N0}  {what}"));
}
