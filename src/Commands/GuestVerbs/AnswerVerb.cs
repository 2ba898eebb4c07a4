using System.CommandLine;
using Blog.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest answer</c>: records what a writer answered.</summary>
internal static class AnswerVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var answer = new Argument<string>("answer") { Description = "yes, change or withdraw." };
        answer.AcceptOnlyFromAmong("yes", "change", "withdraw");
        var on = new Option<string?>("--on") { Description = "The day they answered; default: today.", HelpName = "DAY" };
        var scope = new Option<string>("--scope") { Description = "whole: the whole text only; extracts: parts of it as well.", DefaultValueFactory = _ => "whole" };
        scope.AcceptOnlyFromAmong("whole", "extracts");
        var until = new Option<string?>("--until") { Description = "The last day on which it may stand; default: no end. Never shown to readers.", HelpName = "DAY" };
        var comments = new Option<string>("--comments") { Description = "open or closed.", DefaultValueFactory = _ => "open" };
        comments.AcceptOnlyFromAmong("open", "closed");
        var original = new Option<string>("--original") { Description = "destroy: the text as it was sent is destroyed once the post is published; keep: it stays, sealed.", DefaultValueFactory = _ => "destroy" };
        original.AcceptOnlyFromAmong("destroy", "keep");
        var command = new Command("answer", "Record what the writer answered to the text they were shown. Example: dotnet run -- guest answer 4f2a91c0 yes --scope whole --original destroy") { name, answer, on, scope, until, comments, original };
        new GuestInput().Set(command, "guest answer", isSealed: true, (parse, _, _, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var given = parse.GetRequiredValue(answer) switch { "yes" => ConsentAnswer.Yes, "change" => ConsentAnswer.Change, _ => ConsentAnswer.Withdraw };
            var terms = given != ConsentAnswer.Yes ? null : new ConsentTerms(
                parse.GetRequiredValue(scope) == "extracts" ? ConsentScope.Extracts : ConsentScope.Whole,
                GuestInput.Day(parse.GetValue(until), "--until"),
                parse.GetRequiredValue(comments) == "open",
                parse.GetRequiredValue(original) == "keep");
            book.Answer(guest, given, GuestInput.Day(parse.GetValue(on), "--on") ?? book.Today, terms);
            Console.WriteLine(GuestLine.Of(book.Open(guest).Row, book.Today));
            return ExitCode.Done;
        });
        return command;
    }
}
