using System.CommandLine;
using System.Globalization;

namespace Blog.Commands.DeployVerbs;

/// <summary><c>deploy purge-old</c>: deletes all deploys on Netlify but the published one. Each stays reachable at an address of its own, with whatever was taken out since.</summary>
internal static class PurgeOldVerb
{
    private const string TokenVariable = "NETLIFY_AUTH_TOKEN";
    private const string SiteVariable = "NETLIFY_SITE_ID";

    public static Command Create()
    {
        var site = new Option<string?>("--site") { Description = $"The site's id on Netlify; default: {SiteVariable}.", HelpName = "ID" };
        var yes = new Option<bool>("--yes") { Description = "Delete. Without it the list is only shown." };
        var command = new Command("purge-old", $"List all deploys on Netlify but the published one, and with --yes delete them. The token is read from {TokenVariable} alone. Example: dotnet run -- deploy purge-old --site 1a2b3c4d --yes") { site, yes };
        command.SetAction(async (parse, token) =>
        {
            var secret = Environment.GetEnvironmentVariable(TokenVariable);
            if (string.IsNullOrWhiteSpace(secret))
            {
                throw new UsageException($"{TokenVariable} is not set. Put a personal access token into it; it is never an argument, since others on this machine see those.");
            }

            var id = parse.GetValue(site) ?? Environment.GetEnvironmentVariable(SiteVariable) ?? throw new UsageException($"Name the site: --site ID, or {SiteVariable}. The id stands in the site's settings on Netlify, under General.");
            try
            {
                using var client = new NetlifyClient(NetlifyClient.Address, secret.Trim(), TimeProvider.System, (wait, cancellation) => Task.Delay(wait, TimeProvider.System, cancellation));
                return await RunAsync(client, id, parse.GetValue(yes), Console.Out, token);
            }
            catch (NetlifyException e)
            {
                throw new UsageException(e.Message);
            }
        });
        return command;
    }

    /// <summary>Lists, deletes, and lists again.</summary>
    /// <param name="client">The interface.</param>
    /// <param name="site">The site's id.</param>
    /// <param name="deletes">Whether to delete.</param>
    /// <param name="output">Where the list goes.</param>
    /// <param name="token">Stops it; what was deleted stays deleted.</param>
    /// <returns>1 where old deploys are left, else 0.</returns>
    internal static async Task<int> RunAsync(NetlifyClient client, string site, bool deletes, TextWriter output, CancellationToken token)
    {
        var published = await client.PublishedAsync(site, token);
        if (published is null)
        {
            await output.WriteLineAsync("Nothing is published there, so no deploy can be told from the others. Nothing was deleted.");
            return ExitCode.Findings;
        }

        var old = await OldAsync(client, site, published, token);
        foreach (var deploy in old)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{deploy.Id}  {deploy.Created:yyyy-MM-dd}  {deploy.Context}  {deploy.State}"));
        }

        if (old.Count == 0)
        {
            await output.WriteLineAsync($"No old deploy is there; {published} is published.");
            return ExitCode.Done;
        }

        if (!deletes)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{old.Count:N0} old deploys, each reachable at an address of its own. Nothing was deleted; --yes deletes them. {published} is published, and stays."));
            return ExitCode.Findings;
        }

        foreach (var deploy in old)
        {
            await client.DeleteAsync(deploy.Id, token);
        }

        var left = await OldAsync(client, site, published, token);
        var made = left.ExceptBy(old.Select(deploy => deploy.Id), deploy => deploy.Id).Count(); // by somebody else, in the meantime
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{old.Count - (left.Count - made):N0} of {old.Count:N0} old deploys are deleted; {left.Count:N0} are listed still{(made > 0 ? $", {made} of them new" : null)}. {published} is published, and stays."));
        return left.Count == 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private static async Task<IReadOnlyList<NetlifyDeploy>> OldAsync(NetlifyClient client, string site, string published, CancellationToken token) =>
        [.. (await client.ListAsync(site, token)).Where(deploy => deploy.Id != published)];
}
