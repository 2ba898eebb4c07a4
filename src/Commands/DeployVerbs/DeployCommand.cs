using System.CommandLine;

namespace Blog.Commands.DeployVerbs;

/// <summary><c>deploy</c>: what hosts need to take the site, and whether they gave up what was taken out.</summary>
internal static class DeployCommand
{
    public static Command Create() =>
        new("deploy", "Give the built site to a host, and look whether the host gave up what was taken out. Example: dotnet run -- deploy check https://blog.example")
        {
            WriteVerb.Create(),
            NginxVerb.Create(),
            CheckVerb.Create(),
            PurgeOldVerb.Create(),
        };
}
