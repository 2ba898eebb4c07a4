using System.CommandLine;
using System.Globalization;
using Blog.Gate.Removal;
using Blog.Model;
using Blog.Moderate;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown now ADDRESS</c>: withholds at once, from the published site itself.</summary>
internal static class NowVerb
{
    private const int ShownQuotes = 20;

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var addresses = new Argument<string[]>("addresses") { Description = "Posts and comments: addresses (https://…/2016/03/x.html#c123), or their names in the private store.", Arity = ArgumentArity.OneOrMore };
        var reason = Redaction.RedactOptions.Reason();
        var command = new Command("now", "Take posts and comments down at once: pages, feeds, search and quotes of them, from the site as it was published last. Nothing else can hold it up. Example: dotnet run -- takedown now /2016/03/x.html#c123")
        {
            addresses, blog, vault, reason, actor,
        };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            using var store = TryOpen(folder, parse.GetValue(vault), parse.GetValue(actor));
            return await RunAsync(folder, store, settings, parse.GetRequiredValue(addresses), parse.GetValue(reason), new VerbStages(StageProgress.RunAsync, Console.Out, Console.Error), token);
        });
        return command;
    }

    /// <summary>Takes texts down, with an open store or, where none opens, from the published site alone.</summary>
    /// <param name="folder">The blog.</param>
    /// <param name="store">The private store; null where there is none or it does not open.</param>
    /// <param name="settings">The blog's settings.</param>
    /// <param name="named">Addresses or names of posts and comments.</param>
    /// <param name="reason">Why; kept in the private store. May be null.</param>
    /// <param name="stages">Where it says what it does.</param>
    /// <param name="token">Stops it before the site is exchanged.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(BlogFolder folder, VaultStore? store, SiteSettings settings, IReadOnlyList<string> named, string? reason, VerbStages stages, CancellationToken token)
    {
        var meant = named.Select(name => (Name: name, Place: store is null ? null : TryFind(store, folder, settings.Address, name))).ToList();
        var units = new HashSet<string>(meant.SelectMany(each => IdsOf(store, folder, settings.Address, each.Name, each.Place)), StringComparer.Ordinal);

        // The decisions first: killed in between, the next release withholds them, and running this again finishes the work.
        foreach (var place in store is null ? [] : meant.Select(each => each.Place).OfType<UnitPlace>().DistinctBy(place => place.Handle))
        {
            if (!IsWithheld(store!, place)) // not null: asked just before
            {
                new Moderation(store!, store!.Actor, TimeProvider.System).Withhold(place, DecisionScope.Text, reason); // as above
            }
        }

        var request = new RemovalRequest(folder, settings.Address, units, null, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: true);
        if (!Directory.Exists(folder.Output))
        {
            await stages.Output.WriteLineAsync("There is no output/ to take anything out of.");
            return Kept(meant.TrueForAll(each => each.Place is not null), stages);
        }

        var report = await stages.RunAsync(progress => Task.Run(() => CheckedRemoval.Run(request, progress, token), token));
        return Print(report, meant.TrueForAll(each => each.Place is not null), stages);
    }

    private static int Print(RemovalReport report, bool isKept, VerbStages stages)
    {
        foreach (var finding in report.Findings)
        {
            stages.Error.WriteLine(finding);
        }

        if (report.Findings.Count > 0)
        {
            stages.Error.WriteLine("The site without it would differ by more than removal, so output/ is as it was. Take the page down at the host by hand, and report this.");
            return ExitCode.Findings;
        }

        if (report.IsNothing)
        {
            stages.Output.WriteLine("It does not stand in output/: nothing was changed there.");
        }
        else
        {
            stages.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Taken down: {report.Changed.Count:N0} files changed, {report.Gone.Count:N0} gone, of {report.Files:N0}; the search index was made anew. Quotes of it stood in {report.Quoting.Count:N0} other posts and comments."));
            foreach (var unit in report.Quoting.Take(ShownQuotes))
            {
                stages.Output.WriteLine($"  quoted in {unit}: a mark stands there now; decide on it before the next release (redact show {unit})");
            }

            stages.Output.WriteLine("Now hand output/ to the host. Copies elsewhere: dotnet run -- takedown copies");
        }

        return Kept(isKept, stages);
    }

    private static int Kept(bool isKept, VerbStages stages)
    {
        if (isKept)
        {
            stages.Output.WriteLine("The private store withholds it from now on; the next release follows.");
            return ExitCode.Done;
        }

        stages.Error.WriteLine("No private store knows this text, so nothing keeps it away from the next build: take it out of input/ by hand as well.");
        return ExitCode.Findings;
    }

    /// <summary>The store, where there is one that opens; without it the site is changed all the same.</summary>
    private static VaultStore? TryOpen(BlogFolder folder, string? vault, string? actor)
    {
        try
        {
            return VaultStore.Exists(VaultAccess.Locate(folder, vault)) ? VaultAccess.Open(folder, vault, actor) : null;
        }
        catch (VaultException e)
        {
            Console.Error.WriteLine($"{e.Message} The published site is changed all the same; say it to the private store later: redact withhold.");
            return null;
        }
    }

    private static UnitPlace? TryFind(VaultStore store, BlogFolder folder, string siteAddress, string named)
    {
        try
        {
            return new UnitFinder(store).Find(CheckedRemoval.NameOf(folder, siteAddress, named));
        }
        catch (ModerationException)
        {
            return null;
        }
    }

    private static HashSet<string> IdsOf(VaultStore? store, BlogFolder folder, string siteAddress, string named, UnitPlace? place)
    {
        if (place is not null && store is not null)
        {
            var unit = store.Units().First(each => each.Handle == place.Handle);
            return new HashSet<string>(new[] { unit.PublicId, unit.FreshId }.OfType<string>(), StringComparer.Ordinal);
        }

        return CheckedRemoval.UnitOf(folder, siteAddress, named) is { } id
            ? new HashSet<string>([id], StringComparer.Ordinal)
            : throw new UsageException("Neither the published site nor the private store has a post or comment of this address. Give the address as the browser shows it, with the # of a comment. Nothing was changed.");
    }

    private static bool IsWithheld(VaultStore store, UnitPlace place) => DecisionBook.Of(store.Decisions.List()).InForce
        .Any(decision => decision is { Action: DecisionAction.Withhold, Scope: DecisionScope.Text } && decision.Unit == place.Handle);
}
