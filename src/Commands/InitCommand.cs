using System.CommandLine;
using Blog.Model;
using Blog.Source;
using Blog.Vault;
using Spectre.Console;

namespace Blog.Commands;

/// <summary><c>init DIR</c>: a folder for a real blog, its private store, and a git repository of its own without a remote.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("dir") { Description = "Folder to make; it may exist, and what is in it stays." };
        var title = new Option<string?>("--title") { Description = "Name of the blog.", HelpName = "T" };
        var address = new Option<string?>("--address") { Description = "Address the site will have, e.g. https://blog.example.", HelpName = "URL" };
        var description = new Option<string?>("--description") { Description = "One or two sentences on what the blog is.", HelpName = "D" };
        var zone = new Option<string?>("--time-zone") { Description = "IANA time zone; default Europe/London.", HelpName = "ZONE" };
        var vault = CommonOptions.Vault();
        var noGit = new Option<bool>("--no-git") { Description = "Make no git repository." };
        var command = new Command("init", "Make a folder for a blog. Example: dotnet run -- init ../my-blog --title \"My Blog\" --address https://blog.example")
        {
            target, title, address, description, zone, vault, noGit,
        };
        command.SetAction(parse =>
        {
            var folder = new BlogFolder(parse.GetRequiredValue(target));
            var settings = new SiteSettings
            {
                Title = Ask("--title", "Name of the blog", parse.GetValue(title)),
                Address = Ask("--address", "Address the site will have (https://...)", parse.GetValue(address)).TrimEnd('/'),
                Description = parse.GetValue(description),
                TimeZone = parse.GetValue(zone) ?? new SiteSettings { Title = string.Empty, Address = string.Empty }.TimeZone,
            };
            return Run(folder, settings, parse.GetValue(vault), parse.GetValue(noGit));
        });
        return command;
    }

    private static int Run(BlogFolder folder, SiteSettings settings, string? vault, bool noGit)
    {
        SampleGuard.Refuse(folder, "init");
        // What was answered is written and read back before anything is made, so that a wrong answer leaves no half-made folder.
        SettingsReader.Read(SettingsWriter.Write(settings), BlogReader.SettingsPath);
        var location = VaultAccess.Locate(folder, vault);

        var made = BlogFolderInitializer.Initialize(folder, settings);
        foreach (var path in made)
        {
            Console.Error.WriteLine($"made {path}");
        }

        if (!VaultStore.Exists(location))
        {
            VaultAccess.OpenOrCreate(folder, vault).Dispose();
        }

        Console.Error.WriteLine($"The private store is {location.Folder}. {DiskEncryption.Describe(DiskEncryption.Probe(location.Folder))}");
        if (!noGit)
        {
            // A repository of its own without a remote: its history will show what was redacted, so nobody must push it by habit.
            if (BlogRepository.IsThere(folder) || BlogRepository.TryMake(folder))
            {
                BlogRepository.TrySetUp(folder, settings, location.Folder);
            }
        }

        var blog = Path.GetRelativePath(".", folder.Root);
        Console.WriteLine($"The blog is in {blog}. Next: dotnet run -- import EXPORT --blog {blog}, or write a post in {Path.Combine(blog, "input", "posts")} and dotnet run -- build --blog {blog}");
        return ExitCode.Done;
    }

    private static string Ask(string option, string question, string? given)
    {
        if (given is not null)
        {
            return given;
        }

        // Without a terminal nothing asks: a script must not hang on a question it cannot see.
        return Console.IsInputRedirected || Console.IsErrorRedirected
            ? throw new UsageException($"{option} is missing, and there is no terminal to ask on. Nothing was made; give it as an option (see --help).")
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Ask<string>(Markup.Escape(question) + ":");
    }
}
