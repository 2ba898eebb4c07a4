using System.CommandLine;
using System.Text;
using Blog.Source;

namespace Blog.Commands.DeployVerbs;

/// <summary><c>deploy write HOST</c>: the file by which a host builds the site from git, or a workflow publishes it.</summary>
internal static class WriteVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var host = new Argument<string>("host") { Description = "netlify (netlify.toml), netlify-actions, cloudflare-actions (Pages), cloudflare-workers or github-pages (workflows of GitHub Actions)." };
        host.AcceptOnlyFromAmong(HostFiles.Hosts);
        var force = new Option<bool>("--force") { Description = "Write over a file that says something else." };
        var command = new Command("write", "Write netlify.toml or a workflow into the blog's folder. Example: dotnet run -- deploy write netlify --blog ../my-blog") { host, blog, force };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var (path, text) = HostFiles.Of(parse.GetRequiredValue(host), new BlogReader(folder).ReadSettings(), File.Exists(Path.Combine(folder.Root, "Blog.csproj")));
            var full = Path.Combine(folder.Root, path);
            if (File.Exists(full) && File.ReadAllText(full) != text && !parse.GetValue(force))
            {
                throw new UsageException($"There is a {path} that says something else. Nothing was written; look at it, and use --force to write over it.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder.Root);
            DurableFile.Write(full, Encoding.UTF8.GetBytes(text));
            Console.WriteLine($"{path} is written. What the host needs beside it: docs/deploy.md");
            return ExitCode.Done;
        });
        return command;
    }
}
