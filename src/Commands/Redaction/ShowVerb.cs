using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact show</c>: one text with its findings; its words only when they are asked for.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var unit = new Argument<string>("unit") { Description = "A post or comment: its name from \"redact list\", its id, or POST#6.4." };
        var reveal = RedactOptions.Reveal();
        var near = new Option<bool>("--near") { Description = "List near misses too." };
        var command = new Command("show", "One text: what was found in it and what readers will see. Example: dotnet run -- redact show 4f2a91c0 --reveal") { unit, blog, vault, reveal, near };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (folder, store) =>
        {
            var place = new UnitFinder(store).Find(parse.GetRequiredValue(unit));
            var comments = store.Comments(place.Post.Row);
            var review = VaultReview.Reviewer(store, new BlogReader(folder).ReadSettings()).Review(place.Post, comments);
            var text = place.Comment is null ? review.Post : review.Comments[place.Comment.Row];
            Write(place, text, parse.GetValue(reveal), parse.GetValue(near));
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Write(UnitPlace place, TextReview text, bool reveal, bool near)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{place.Handle.Hex[..8]}  {(place.Comment is null ? "post" : $"comment of {place.Post.Handle.Hex[..8]}")}, {text.State.ToString().ToLowerInvariant()}, {place.Markdown.Length:N0} characters, {text.Redactions} redactions, {text.Masks} masks"));
        if (text.HasLostPlace)
        {
            Console.WriteLine("A decision names words that are not in this text any more: it was imported anew since. Look, and undo or repeat the decision (redact history).");
        }

        for (var i = 0; i < text.Findings.Count; i++)
        {
            var (field, finding, status, _) = text.Findings[i];
            if (finding.IsNearMiss && !near)
            {
                continue;
            }

            var source = field == TextField.Body ? place.Markdown : place.Post.Title!; // a finding in a title needs one
            var where = field == TextField.Title ? "title" : "line " + (source.AsSpan(0, finding.Range.Start).Count('\n') + 1).ToString(CultureInfo.InvariantCulture);
            var words = reveal ? $"  \"{TerminalText.OneLine(finding.Range.Of(source))}\"" : string.Create(CultureInfo.InvariantCulture, $"  {finding.Range.Length} characters");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {i + 1,3}. {FindingKindTable.ToWord(finding.Kind),-16} {where,-9} {finding.Score:0.00}{(finding.IsNearMiss ? " near miss" : string.Empty)} {status.ToString().ToLowerInvariant(),-8}{words}  {finding.Why}"));
        }

        if (text.Findings.Count == 0)
        {
            Console.WriteLine("  Nothing was found. That is no proof: unusual names, nicknames, and facts that identify together are not looked for by machine.");
        }

        if (!reveal)
        {
            Console.WriteLine("The words are not shown; --reveal shows them.");
            return;
        }

        if (place.Comment is null && place.Post.Title is { } title)
        {
            Console.WriteLine($"\n# {TerminalText.OneLine(title)}");
        }

        Console.WriteLine("\n--- as it was ---");
        Console.WriteLine(TerminalText.Printable(place.Markdown));
        Console.WriteLine("--- what readers will see ---");
        Console.WriteLine(text.State is ReviewState.Held ? "(being reviewed; after your decisions:)\n" + TerminalText.Printable(text.Markdown) : text.State is ReviewState.Withheld ? "(withheld)" : text.State is ReviewState.Merged ? "(posted twice: the other one is shown)" : TerminalText.Printable(text.Markdown));
    }
}
