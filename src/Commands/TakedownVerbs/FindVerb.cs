using System.CommandLine;
using System.Globalization;
using Blog.Commands.TakedownVerbs.Requests;
using Blog.Moderate;
using Blog.Release.Erasure;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown find</c>: every place where copies of a text may lie, with what the program sees there and what a person has to see to.</summary>
internal static class FindVerb
{
    private const int ShownPlaces = 12;
    private const int MostRelated = 100;

    public static Command Create()
    {
        var what = new Argument<string[]>("what") { Description = "Addresses of posts and comments, their names in the private store, or passages: words of theirs, in quotation marks.", Arity = ArgumentArity.ZeroOrMore };
        var signed = new Option<string[]>("--signed") { Description = "Everything under this name, or signed with it; may be given several times.", HelpName = "NAME" };
        var of = new Option<string?>("--request") { Description = "What a request is about, with what was ticked there.", HelpName = "NAME" };
        var noGit = new Option<bool>("--no-git") { Description = "Do not read the objects of the content's git repository." };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("find", "Find every copy of a post or comment: site, feeds, search, quotes, files, git; and list where a person must look: hosts, caches, archives, search engines. Counts and places, never words; nothing is changed or sent. Example: dotnet run -- takedown find \"the words somebody sent you\"")
        {
            what, signed, of, noGit, blog, vault,
        };
        command.SetAction((parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            var request = parse.GetValue(of) is { } name ? new RequestBook(store, TimeProvider.System).Find(name) : null;
            var (named, phrases) = Split(store, parse.GetValue(what) ?? []);
            var units = TakedownUnits.Of(store, folder, settings.Address, [.. named, .. request?.Row.Units.Select(unit => unit.Hex) ?? []], phrases, parse.GetValue(signed) ?? []);
            Write(CopySearch.Run(folder, store, settings, units, !parse.GetValue(noGit), token), units, request, Console.Out);
            WriteRelated(RelatedTexts.Of(store, settings, units), Console.Out);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>Writes the checklist.</summary>
    /// <param name="lines">What was seen.</param>
    /// <param name="units">What was looked for.</param>
    /// <param name="request">The request whose ticks are shown; null for none.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<CopyLine> lines, IReadOnlyList<VaultUnit> units, RequestView? request, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units.Count:N0} posts and comments: {string.Join(' ', units.Take(ShownPlaces).Select(unit => unit.Handle.Hex[..VaultHandle.ShownDigits]))}{(units.Count > ShownPlaces ? " …" : string.Empty)}"));
        foreach (var line in lines)
        {
            var said = request?.Copies.Single(copy => copy.Place == line.Place).Item.State;
            var state = said switch
            {
                RequestStepState.Done => "x",
                RequestStepState.NotNeeded => "-",
                _ => line.Count switch { null => line.Place.IsSeen ? "not looked at" : " ", 0 => "none", var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} found") },
            };
            output.WriteLine($"[{state}] {line.Place.Word}: {line.Place.Words}. {(line.Count is 0 ? string.Empty : line.Place.Way)}");
            foreach (var place in line.Where.Take(ShownPlaces))
            {
                output.WriteLine("      " + place);
            }

            if (line.Where.Count > ShownPlaces)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      and {line.Where.Count - ShownPlaces:N0} more"));
            }
        }

        output.WriteLine("What the program could look at it has looked at; the rest is yours to tick" + (request is null ? ": takedown request step NAME copy-wayback" : $": takedown request step {RequestText.Name(request)} copy-wayback"));
    }

    /// <summary>Writes which texts of the same discussions cite or quote them, by name and reason.</summary>
    /// <param name="related">They.</param>
    /// <param name="output">Takes it.</param>
    public static void WriteRelated(IReadOnlyList<RelatedText> related, TextWriter output)
    {
        if (related.Count == 0)
        {
            return;
        }

        output.WriteLine("Look at these too: they are the same person's perhaps, or speak of it (redact show NAME --reveal):");
        foreach (var text in related.Take(MostRelated))
        {
            output.WriteLine($"      {text.Unit.Hex[..VaultHandle.ShownDigits]}  {text.Words} ({text.To.Hex[..VaultHandle.ShownDigits]})");
        }

        if (related.Count > MostRelated)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      and {related.Count - MostRelated:N0} more"));
        }
    }

    /// <summary>Names and addresses apart from passages: what has a blank in it is no name.</summary>
    private static (List<string> Named, List<string> Phrases) Split(VaultStore store, string[] what)
    {
        var named = new List<string>();
        var phrases = new List<string>();
        foreach (var word in what)
        {
            (word.Any(char.IsWhiteSpace) || !IsName(store, word) ? phrases : named).Add(word);
        }

        return (named, phrases);
    }

    private static bool IsName(VaultStore store, string word)
    {
        if (word.Contains('/', StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            new UnitFinder(store).Find(word);
            return true;
        }
        catch (ModerationException)
        {
            return false;
        }
    }
}
