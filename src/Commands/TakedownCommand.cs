using System.CommandLine;
using System.Globalization;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>takedown source</c>: walks through closing the old blog, and keeps whether it is closed.</summary>
internal static class TakedownCommand
{
    /// <summary>The steps, in order. The program looks at no address itself: it sends nothing anywhere.</summary>
    private static readonly IReadOnlyList<string> Steps =
    [
        "Make sure that nothing is lost. Export the old blog once more and import that file; then: dotnet run -- vault backup FILE. Try the backup once.",
        "Publish the new site first, if readers shall find it: a note on the old blog with the new address is read by many, but it also tells everybody where to compare. Decide which matters more.",
        "Close the old blog. In Blogger: Settings, Permissions, Reader access: \"Private to authors\"; or Settings, Manage blog, \"Remove your blog\", which can be undone for some weeks. Other places have the like. Pictures may lie at an address of their own (an album): close that too.",
        "Ask search engines to drop their copies: Google \"Remove outdated content\", Bing \"Content removal\", and whichever else shows the blog when you search for a rare phrase of it.",
        "Ask archives to drop theirs: the Internet Archive (web.archive.org) answers to the owner of a site who writes to info@archive.org; look at archive.today and at other blogs' copies too. What they refuse stays readable: decide whether you redact or withhold in spite of it.",
        "Look for yourself, in a private window, not signed in: the front page, an old post, one with comments, its feed (/feeds/posts/default), a picture. Each must be gone or ask you to sign in. Look again in a week: copies live longer than pages.",
    ];

    public static Command Create() => new("takedown", "Take a text down, erase it for good, and answer those who ask for it. Example: dotnet run -- takedown now /2016/03/x.html#c123")
    {
        TakedownVerbs.NowVerb.Create(),
        TakedownVerbs.EraseVerb.Create(),
        TakedownVerbs.CopiesVerb.Create(),
        TakedownVerbs.FindVerb.Create(),
        TakedownVerbs.GitVerb.Create(),
        TakedownVerbs.RequestVerb.Create(),
        Source(),
    };

    private static Command Source()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var name = new Argument<string?>("name") { Description = "The source: its short name, title, address or key; may be left out where there is one.", Arity = ArgumentArity.ZeroOrOne };
        var state = new Option<string?>("--state") { Description = "How it stands: closed, public or unknown. Keeps that without questions.", HelpName = "STATE" };
        var all = new Option<bool>("--all") { Description = "All sources at once, such as many captures of one blog." };
        var actor = CommonOptions.Actor();
        var command = new Command("source", "Walk through closing the old blog, and keep whether it is closed. Example: dotnet run -- takedown source --state closed") { name, blog, vault, state, all, actor };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var word = parse.GetValue(state);
            if (word is not null && !SourceNames.States.ContainsKey(word))
            {
                throw new UsageException($"The state is one of: {string.Join(", ", SourceNames.States.Keys)}. Nothing was changed.");
            }

            using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
            var sources = store.Sources.List();
            if (sources.Count == 0)
            {
                throw new UsageException("The private store has no source yet. Bring an archive in first: dotnet run -- import FILE");
            }

            var chosen = Choose(sources, parse.GetValue(name), parse.GetValue(all));
            if (word is not null)
            {
                return Keep(store, chosen ?? throw new UsageException($"There are {sources.Count} sources. Name one, or give --all.\n{List(sources)}"), SourceNames.States[word]);
            }

            Console.WriteLine(List(sources));
            if (chosen is null)
            {
                Console.WriteLine("Name the one you want to close, or give --all: dotnet run -- takedown source NAME");
                return ExitCode.Done;
            }

            return Walk(store, chosen);
        });
        return command;
    }

    /// <summary>The sources that are meant; null where that is open.</summary>
    private static List<VaultSource>? Choose(IReadOnlyList<VaultSource> sources, string? name, bool all)
    {
        if (name is null)
        {
            return all || sources.Count == 1 ? [.. sources] : null;
        }

        if (all)
        {
            throw new UsageException("Name one source or give --all, not both. Nothing was changed.");
        }

        var found = sources.Where(source => IsCalled(source, name)).ToList();
        return found.Count switch
        {
            1 => found,
            0 => throw new UsageException($"No source is called so. Nothing was changed.\n{List(sources)}"),
            _ => throw new UsageException($"{found.Count} sources are called so. Give the short name of one. Nothing was changed.\n{List(found)}"),
        };
    }

    private static bool IsCalled(VaultSource source, string name) =>
        (name.Length >= 4 && source.Handle.Hex.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        || new[] { source.Title, source.Address, source.Key }.Any(each => name.Trim().TrimEnd('/').Equals(each?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private static int Walk(VaultStore store, List<VaultSource> chosen)
    {
        var asks = !Console.IsInputRedirected && !Console.IsErrorRedirected; // without a terminal nothing asks
        for (var step = 0; step < Steps.Count; step++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step + 1} of {Steps.Count}. {Steps[step]}"));
            if (asks)
            {
                Console.Error.Write("Enter when done, q to stop here: ");
                if (Console.ReadLine() is null or "q")
                {
                    Console.WriteLine("Stopped; its state is as it was. Run this again to go on.");
                    return ExitCode.Done;
                }
            }
        }

        var how = $"dotnet run -- takedown source {(chosen.Count == 1 ? chosen[0].Handle.Hex[..VaultHandle.ShownDigits] : "--all")} --state closed";
        if (!asks)
        {
            Console.WriteLine($"When all of it is done: {how}");
            return ExitCode.Done;
        }

        Console.Error.Write("Have you looked, and is it gone? (closed, public, unknown; anything else changes nothing): ");
        if (SourceNames.States.TryGetValue(Console.ReadLine()?.Trim() ?? string.Empty, out var state))
        {
            return Keep(store, chosen, state);
        }

        Console.WriteLine($"Its state is as it was. Later: {how}");
        return ExitCode.Done;
    }

    private static int Keep(VaultStore store, IReadOnlyList<VaultSource> chosen, SourceState state)
    {
        using (var transaction = store.BeginTransaction())
        {
            foreach (var source in chosen)
            {
                store.Sources.Set(source.Handle, state);
            }

            transaction.Commit();
        }

        var handles = chosen.Select(source => source.Handle).ToHashSet();
        Console.WriteLine(List(store.Sources.List().Where(source => handles.Contains(source.Handle))));
        if (state == SourceState.Closed)
        {
            Console.WriteLine("Kept. Nobody reminds you any more; look at the address again now and then.");
        }

        return ExitCode.Done;
    }

    private static string List(IEnumerable<VaultSource> sources) => string.Join('\n', sources.Select(source => $"{SourceNames.Of(source)}: {SourceNames.StateOf(source)}"));
}
