using System.CommandLine;
using Blog.Content;
using Blog.Site;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>export</c>: what others need of the blog, in their form.</summary>
internal static class ExportCommand
{
    public static Command Create() =>
        new("export", "Write what a host or an archive needs of the blog, in its own form. Example: dotnet run -- export redirects --as nginx") { Redirects() };

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
}
