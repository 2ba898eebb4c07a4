using System.CommandLine;
using Blog.Commands.Redaction;
using Blog.Guests;
using Blog.Moderate;
using Blog.Redact;
using Blog.Source;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest show</c>: a guest's text as it stands, and what in it may tell who somebody is.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var original = new Option<bool>("--original") { Description = "The text as it was sent." };
        var hidden = new Option<bool>("--hidden") { Description = "What the document held beside its text: comments, deletions, hidden words." };
        var sender = new Option<bool>("--sender") { Description = "Who sent it." };
        var command = new Command("show", "Show a guest's text on the terminal, with what the rules find in it. Example: dotnet run -- guest show 4f2a91c0") { name, original, hidden, sender };
        new GuestInput().Set(command, "guest show", isSealed: true, (parse, folder, store, book) =>
        {
            var view = book.Open(book.Find(parse.GetRequiredValue(name)).Handle);
            Console.WriteLine(GuestLine.Of(view.Row, book.Today));
            if (parse.GetValue(sender))
            {
                Console.WriteLine("Sent by: " + TerminalText.OneLine(book.Sender(view.Row.Handle) ?? "nobody said, or it was forgotten"));
            }

            if (parse.GetValue(hidden))
            {
                foreach (var piece in view.Draft.Hidden)
                {
                    Console.WriteLine($"[{TerminalText.OneLine(piece.What)}] {TerminalText.Printable(piece.Words)}");
                }
            }

            var version = parse.GetValue(original) ? book.Original(view.Row.Handle) ?? throw new UsageException("The text as it was sent is not kept any more.") : view.Draft.Now;
            Console.WriteLine($"\n{TerminalText.OneLine(version.Title ?? "(no title)")}\n\n{TerminalText.Printable(version.Markdown)}\n");
            var settings = new BlogReader(folder).ReadSettings();
            var pass = new TaggerPass(store, settings);
            var review = GuestReview.Of(version, settings.PublicNames, pass.Tagger, pass.Mode);
            foreach (var found in review.All)
            {
                Console.WriteLine($"{FindingKindTable.ToWord(found.Finding.Kind),-14} {TerminalText.OneLine(found.Words)}  ({found.Finding.Why})");
            }

            foreach (var fact in review.Facts)
            {
                Console.WriteLine($"{"of the writer",-14} {fact.Kind}: {string.Join(", ", fact.Places.Select(place => TerminalText.OneLine(place.Range.Of(version.Markdown)) + (place.Ladder.Count > 0 ? $" (or: {string.Join("; ", place.Ladder)})" : string.Empty)))}");
            }

            if (review.All.Count + review.Facts.Count == 0)
            {
                Console.Error.WriteLine("Nothing is found by rules or by the tagger. Unusual events, turns of phrase and what only insiders know are found by neither.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
