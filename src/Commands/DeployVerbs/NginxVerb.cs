using System.CommandLine;
using System.Globalization;
using Blog.Content;
using Blog.Site.Hosting;
using Blog.Source;

namespace Blog.Commands.DeployVerbs;

/// <summary><c>deploy nginx DIR</c>: a folder from which nginx serves the site, with compressed files and configuration.</summary>
internal static class NginxVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var target = new Argument<string>("dir") { Description = "Folder to write, on the server or to be copied there with --delete; never in the blog's own folders." };
        var brotli = new Option<bool>("--brotli") { Description = "nginx has the module for Brotli (Debian: libnginx-mod-http-brotli-static)." };
        var command = new Command("nginx", "Write the built site for nginx, compressed, with its configuration. Example: dotnet run -- deploy nginx /srv/my-blog") { target, blog, brotli };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var reader = new BlogReader(folder);
            var settings = reader.ReadSettings();
            var index = SiteIndexReader.Read(reader, settings, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, null);
            var into = Path.GetFullPath(parse.GetRequiredValue(target));
            var (files, compressed) = NginxFolder.Write(folder, index, into, parse.GetValue(brotli));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files:N0} files, {compressed:N0} of them compressed beside them, are in {Path.Combine(into, "site")}; nothing of an older site is left there."));
            Console.WriteLine($"The configuration: {Path.Combine(into, "nginx", "example.conf")}. Then: dotnet run -- deploy check {settings.Address}");
            return ExitCode.Done;
        });
        return command;
    }
}
