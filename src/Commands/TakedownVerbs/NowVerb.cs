using System.CommandLine;
using System.Globalization;
using Blog.Gate.Removal;
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
        var address = new Argument<string>("address") { Description = "Address of a post or comment (https://…/2016/03/x.html#c123), or its name in the private store." };
        var reason = Redaction.RedactOptions.Reason();
        var command = new Command("now", "Take a post or comment down at once: pages, feeds, search and quotes of it, from the site as it was published last. Nothing else can hold it up. Example: dotnet run -- takedown now /2016/03/x.html#c123")
        {
            address, blog, vault, reason, actor,
        };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            var named = parse.GetRequiredValue(address);
            using var store = TryOpen(folder, parse.GetValue(vault), parse.GetValue(actor));
            var place = store is null ? null : TryFind(store, folder, settings.Address, named);
            var units = IdsOf(store, folder, settings.Address, named, place);

            // The decision first: killed in between, the next release withholds it, and running this again finishes the work.
            if (store is not null && place is not null && !IsWithheld(store, place))
            {
                new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System).Withhold(place, DecisionScope.Text, parse.GetValue(reason));
            }

            var request = new RemovalRequest(folder, settings.Address, units, null, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, Durable: true);
            var report = await StageProgress.RunAsync(progress => Task.Run(() => CheckedRemoval.Run(request, progress, token), token));
            return Print(report, place is not null);
        });
        return command;
    }

    private static int Print(RemovalReport report, bool isKept)
    {
        foreach (var finding in report.Findings)
        {
            Console.Error.WriteLine(finding);
        }

        if (report.Findings.Count > 0)
        {
            Console.Error.WriteLine("The site without it would differ by more than removal, so output/ is as it was. Take the page down at the host by hand, and report this.");
            return ExitCode.Findings;
        }

        if (report.IsNothing)
        {
            Console.WriteLine("It does not stand in output/: nothing was changed there.");
        }
        else
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Taken down: {report.Changed.Count:N0} files changed, {report.Gone.Count:N0} gone, of {report.Files:N0}; the search index was made anew. Quotes of it stood in {report.Quoting.Count:N0} other posts and comments."));
            foreach (var unit in report.Quoting.Take(ShownQuotes))
            {
                Console.WriteLine($"  quoted in {unit}: a mark stands there now; decide on it before the next release (redact show {unit})");
            }

            Console.WriteLine("Now hand output/ to the host. Copies elsewhere: dotnet run -- takedown copies");
        }

        if (isKept)
        {
            Console.WriteLine("The private store withholds it from now on; the next release follows.");
            return ExitCode.Done;
        }

        Console.Error.WriteLine("No private store knows this text, so nothing keeps it away from the next build: take it out of input/ by hand as well.");
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
            return new UnitFinder(store).Find(named.Contains('/', StringComparison.Ordinal) ? CheckedRemoval.UnitOf(folder, siteAddress, named) ?? named : named);
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
