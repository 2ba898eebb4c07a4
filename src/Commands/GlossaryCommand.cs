using System.CommandLine;
using System.Globalization;
using Blog.Content;
using Blog.Model;
using Blog.Source;

namespace Blog.Commands;

/// <summary><c>glossary</c>: abbreviations that the archive explains itself, and those that the editor confirmed.</summary>
internal static class GlossaryCommand
{
    private const int Shown = 40;

    public static Command Create() => new("glossary", "Abbreviations of the archive, for readers and the search. Example: dotnet run -- glossary list") { List(), Add() };

    private static Command List()
    {
        var blog = CommonOptions.Blog();
        var all = new Option<bool>("--all") { Description = "All proposals, not the forty most used." };
        var command = new Command("list", "List what texts explain and the glossary does not have yet, the most used first. Example: dotnet run -- glossary list --all") { blog, all };
        command.SetAction((parse, token) => Task.FromResult(Propose(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(all), token)));
        return command;
    }

    private static Command Add()
    {
        var blog = CommonOptions.Blog();
        var term = new Argument<string>("abbreviation") { Description = "The abbreviation, e.g. RW." };
        var means = new Option<string?>("--means") { Description = "What it stands for; default: what the texts say.", HelpName = "WORDS" };
        var from = new Option<string?>("--from") { Description = "Year or month from which it was in use; default: where it first stands in the archive. \"none\" for nothing.", HelpName = "TIME" };
        var to = new Option<string?>("--to") { Description = "Year or month until which it was in use; default as for --from.", HelpName = "TIME" };
        var command = new Command("add", "Confirm an abbreviation: it goes into input/glossary.yml. Example: dotnet run -- glossary add RW --means \"Remote watcher\" --from 2017") { term, blog, means, from, to };
        command.SetAction((parse, token) => Task.FromResult(Confirm(
            CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetRequiredValue(term), parse.GetValue(means), parse.GetValue(from), parse.GetValue(to), token)));
        return command;
    }

    private static int Propose(BlogFolder folder, bool all, CancellationToken token)
    {
        var proposals = Harvest(folder, token);
        foreach (var proposal in all ? proposals : proposals.Take(Shown))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{proposal.Term,-9} {proposal.Means}  (in {proposal.Used:N0} texts{(proposal.First is null ? string.Empty : $", {proposal.First} to {proposal.Last}")}; explained in {proposal.Explained:N0})"));
        }

        Console.Error.WriteLine(proposals.Count == 0
            ? "No text explains an abbreviation that the glossary does not have."
            : string.Create(CultureInfo.InvariantCulture, $"{proposals.Count:N0} abbreviations. Confirm one with: dotnet run -- glossary add {proposals[0].Term}. Nothing is shown to readers before."));
        return ExitCode.Done;
    }

    private static int Confirm(BlogFolder folder, string term, string? means, string? from, string? to, CancellationToken token)
    {
        var proposal = means is not null && from is not null && to is not null ? null : Harvest(folder, token).FirstOrDefault(proposal => proposal.Term == term);
        var entry = new GlossaryEntry(
            SourceText.CanonicalValue(means ?? proposal?.Means) ?? throw new UsageException($"No text explains {term}. Say what it stands for: --means \"...\". Nothing was written."),
            Time(from, proposal?.First),
            Time(to, proposal?.Last));
        GlossaryBook.Put(folder, term, entry);
        Console.WriteLine($"{term}: {entry.Means}. It is in input/{GlossaryFile.FileName}; the next build explains it.");
        return ExitCode.Done;
    }

    private static string? Time(string? given, string? found) => given is null ? found : given == "none" ? null : given;

    private static IReadOnlyList<GlossaryProposal> Harvest(BlogFolder folder, CancellationToken token)
    {
        var reader = new BlogReader(folder);
        var settings = reader.ReadSettings();
        var index = SiteIndexReader.Read(reader, settings, Clock.AsOf(null, settings.TimeZone, TimeProvider.System), Environment.ProcessorCount, null);
        return GlossaryHarvest.Of(index, reader, token);
    }
}
