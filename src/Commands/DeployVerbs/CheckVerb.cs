using System.CommandLine;
using System.Globalization;
using Blog.Site;
using Blog.Site.Hosting;
using Blog.Source;

namespace Blog.Commands.DeployVerbs;

/// <summary><c>deploy check ADDRESS</c>: does the host give out what was built, and nothing of what was taken out since?</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var address = new Argument<string>("address") { Description = "Address of the site as readers reach it: https://blog.example." };
        var all = new Option<bool>("--all") { Description = "Compare every file, not only those that changed or went since the last check." };
        var noHeaders = new Option<bool>("--no-headers") { Description = "The host sends no headers of ours (GitHub Pages): look for none." };
        var command = new Command("check", "Fetch what was taken out since the last check, and fail if it is still given out. Example: dotnet run -- deploy check https://blog.example") { address, blog, all, noHeaders };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var root = parse.GetRequiredValue(address).TrimEnd('/');
            if (!Uri.TryCreate(root, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            {
                throw new UsageException("The address begins with https:// or http://. Nothing was fetched.");
            }

            var manifest = StagingFolder.PublishedManifest(folder) ?? throw new UsageException("There is no built site to compare with: run \"build\" first.");
            var settings = new BlogReader(folder).ReadSettings();
            using var check = new HostCheck(root, HostPolicy.Of(settings), path => RedirectRules.IsStub(File.ReadAllBytes(Path.Combine(folder.Output, path))));
            var withdrawn = WithdrawnFiles.Read(folder);
            await check.RunAsync(manifest, withdrawn, parse.GetValue(all), looksAtHeaders: !parse.GetValue(noHeaders), token);
            foreach (var finding in check.Findings)
            {
                Console.WriteLine(finding);
            }

            WithdrawnFiles.Confirm(folder, check.Gone);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{check.Asked:N0} addresses asked for at {root}; {check.Gone.Count:N0} of {withdrawn.Count:N0} earlier contents are seen to be gone. {(check.Findings.Count == 0 ? "Nothing else was found." : $"{check.Findings.Count:N0} findings.")}"));
            return check.Findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }
}
