using System.CommandLine;
using Blog.Content;
using Blog.Model;
using Blog.Site;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>export</c>: what others need of the blog, in their form.</summary>
internal static class ExportCommand
{
    public static Command Create() =>
        new("export", "Write what a host or an archive needs of the blog, in its own form. Example: dotnet run -- export redirects --as nginx") { Redirects(), Archive() };

    private static Command Redirects()
    {
        var blog = CommonOptions.Blog();
        var form = new Option<string>("--as") { Description = "nginx (a map) or netlify-toml (tables for netlify.toml).", HelpName = "FORM", Required = true };
        form.AcceptOnlyFromAmong("nginx", "netlify-toml");
        var command = new Command("redirects", "Write the rules for old addresses to standard output, in the form of a host that does not read output/_redirects. Example: dotnet run -- export redirects --as nginx > moved.conf") { blog, form };
        command.SetAction(parse =>
        {
            var reader = new BlogReader(CommonOptions.Folder(parse.GetRequiredValue(blog)));
            var settings = reader.ReadSettings();
            var index = SiteIndexReader.Read(reader, settings, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, null);
            Console.Write(parse.GetRequiredValue(form) == "nginx" ? RedirectRules.ToNginxMap(index) : RedirectRules.ToNetlifyToml(index));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Archive()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var file = new Argument<string>("file") { Description = "The zip to make; there must be none of this name." };
        var recipient = new Option<string>("--for") { Description = "Who gets it; a takedown lists everybody who has one.", HelpName = "RECIPIENT", Required = true };
        var until = new Option<string?>("--delete-by") { Description = "The day on which they are to delete it (2027-06-30).", HelpName = "DAY" };
        var command = new Command("archive", "Write the published site as a package with checksums (BagIt in a zip), and note who gets it. Example: dotnet run -- export archive --for \"The county library\" ../site.zip") { file, recipient, until, blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var path = Path.GetFullPath(parse.GetRequiredValue(file));
            DateOnly? expires = parse.GetValue(until) is { } day ? DayText.TryRead(day, out var last) ? last : throw new UsageException($"--delete-by takes a day such as 2027-06-30, not \"{day}\". Nothing was written.") : null;
            var name = parse.GetRequiredValue(recipient).Trim();
            if (name.Length == 0 || name.Any(char.IsControl))
            {
                throw new UsageException("--for takes the name of whoever gets the package. Nothing was written.");
            }

            WriteArchive(folder, path, name, expires, parse.GetValue(vault));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Notes the copy, then writes it: cut off between the two, a takedown names one too many, never one too few.</summary>
    internal static void WriteArchive(BlogFolder folder, string path, string recipient, DateOnly? expires, string? vault)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"There is a file {path} already, and a package overwrites nothing. Name another one.");
        }

        foreach (var ours in new[] { folder.Output, folder.Input, folder.Build })
        {
            var relative = Path.GetRelativePath(ours, path);
            if (!relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative))
            {
                throw new UsageException($"{path} lies in a folder of the blog itself, from which it would be published or built. Name a place beside it. Nothing was written.");
            }
        }

        using var store = VaultAccess.Open(folder, vault);
        using (var transaction = store.BeginTransaction())
        {
            store.Copies.Add("export", $"{path} (for {recipient})", expires);
            transaction.Commit();
        }

        using var stream = new FileStream(path, FileMode.CreateNew);
        var (files, bytes) = BagItPackage.Write(folder, new BlogReader(folder).ReadSettings(), stream);
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}: {files:N0} files, {bytes / 1e6:N1} MB of the public site, for {recipient}. A takedown lists it from now on: takedown copies."));
    }
}
