using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Blog.Commands.Redaction;
using Blog.Model;
using Blog.Search.Export;
using Blog.Search.Index;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>index export</c>: the published posts and comments for somebody's own search engine, for archives that outgrow a static index (docs/scale.md).</summary>
internal static class IndexCommand
{
    private const int LongestName = 200;

    public static Command Create() =>
        new("index", "Give the search to an engine of its own. Example: dotnet run -- index export ../for-the-library --for \"The library\"") { Export() };

    private static Command Export()
    {
        var to = new Argument<string>("folder") { Description = "The folder to make; there must be none of this name, and not within input/, output/ or .build/." };
        var recipient = new Option<string>("--for") { Description = "Who gets it: every takedown from now on names them.", HelpName = "NAME", Required = true };
        var name = new Option<string>("--index") { Description = "Name of the index: small letters, digits, - and _.", HelpName = "NAME", DefaultValueFactory = _ => "discussions" };
        var until = new Option<string?>("--delete-by") { Description = "The day by which they promised to delete it (2027-06-30).", HelpName = "DAY" };
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var command = new Command("export", "Write the published posts and comments as bulk requests of OpenSearch or Elasticsearch, with a mapping. The private store keeps who got them. Example: dotnet run -- index export ../for-the-library --for \"The library\"")
        {
            to, recipient, name, until, blog, vault, actor,
        };
        command.SetAction((parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var place = PlaceOf(parse.GetRequiredValue(to), folder);
            var who = RecipientOf(parse.GetRequiredValue(recipient));
            var index = parse.GetRequiredValue(name);
            if (!BulkExport.IsIndexName(index))
            {
                throw new UsageException($"\"{TerminalText.OneLine(index)}\" cannot be the name of an index. Take small letters, digits, - and _, for example discussions. Nothing was written.");
            }

            if (!File.Exists(Path.Combine(folder.Output, IndexFormat.Root)))
            {
                throw new UsageException($"There is no built site in {Path.GetRelativePath(".", folder.Output)}, and only what is published goes out. Build it first: dotnet run -- build");
            }

            DateOnly? expires = parse.GetValue(until) is { } day ? DayText.TryRead(day, out var last) ? last : throw new UsageException($"--delete-by takes a day such as 2027-06-30, not \"{TerminalText.OneLine(day)}\". Nothing was written.") : null;
            using (var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor)))
            {
                store.Roles.Require(EditorTask.Publish);
                using var transaction = store.BeginTransaction(); // before the files: a copy that nobody knows of is worse than one that was never made
                store.Copies.Add("export", $"search export for {who}: {place}", expires);
                transaction.Commit();
            }

            Write(folder, place, index, Console.Out, token);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Write(BlogFolder folder, string place, string index, TextWriter output, CancellationToken token)
    {
        var settings = new BlogReader(folder).ReadSettings();
        var pages = Directory.EnumerateFiles(folder.Output, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Output, file).Replace('\\', '/'));
        var unfinished = place + ".unfinished";
        Directory.CreateDirectory(unfinished);
        var sums = new StringBuilder();
        var (posts, comments, files) = BulkExport.Write(pages, page => File.ReadAllBytes(Path.Combine(folder.Output, page)), settings.Address, index, (file, bytes) =>
        {
            File.WriteAllBytes(Path.Combine(unfinished, file), bytes);
            sums.Append(Convert.ToHexStringLower(SHA256.HashData(bytes))).Append("  ").Append(file).Append('\n');
        }, token);
        File.WriteAllText(Path.Combine(unfinished, "SHA256SUMS"), sums.ToString());
        Directory.Move(unfinished, place); // half an export is none
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts:N0} posts and {comments:N0} comments in {files:N0} files: {place}"));
        output.WriteLine($"Make the index with {BulkExport.MappingFile} (PUT /{index}), then send each file (POST /_bulk, Content-Type: application/x-ndjson). docs/scale.md has the commands.");
        output.WriteLine("The private store keeps who got it: \"takedown find\" and every erasure name them.");
    }

    private static string PlaceOf(string path, BlogFolder folder)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        foreach (var own in new[] { folder.Input, folder.Output, folder.Build }.Select(Path.GetFullPath))
        {
            if (place == own || place.StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new UsageException($"{path} lies within {Path.GetFileName(own)}/ of the blog, where it would be published or lost. Name a folder elsewhere. Nothing was written.");
            }
        }

        if (Directory.Exists(place) || File.Exists(place) || Directory.Exists(place + ".unfinished"))
        {
            throw new UsageException($"There is something at {path} already (or at {path}.unfinished), and an export overwrites nothing. Name another folder.");
        }

        return place;
    }

    private static string RecipientOf(string name)
    {
        var who = name.Trim();
        return who.Length is > 0 and <= LongestName && !who.Any(char.IsControl)
            ? who
            : throw new UsageException($"--for takes the name of who gets it, one line of at most {LongestName} characters. Nothing was written.");
    }
}
