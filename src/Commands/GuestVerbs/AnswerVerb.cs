using System.CommandLine;
using Blog.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest answer</c>: records what a writer answered.</summary>
internal static class AnswerVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var answer = new Argument<string?>("answer") { Description = "yes, change or withdraw; left out with --from-inbox.", Arity = ArgumentArity.ZeroOrOne };
        answer.AcceptOnlyFromAmong("yes", "change", "withdraw");
        var fromInbox = new Option<long?>("--from-inbox") { Description = "Number of the answer in the inbox; its writer's own choices count.", HelpName = "NUMBER" };
        var on = new Option<string?>("--on") { Description = "The day they answered; default: today.", HelpName = "DAY" };
        var scope = new Option<string>("--scope") { Description = "whole: the whole text only; extracts: parts of it as well.", DefaultValueFactory = _ => "whole" };
        scope.AcceptOnlyFromAmong("whole", "extracts");
        var until = new Option<string?>("--until") { Description = "The last day on which it may stand; default: no end. Never shown to readers.", HelpName = "DAY" };
        var comments = new Option<string>("--comments") { Description = "open or closed.", DefaultValueFactory = _ => "open" };
        comments.AcceptOnlyFromAmong("open", "closed");
        var original = new Option<string>("--original") { Description = "destroy: the text as it was sent is destroyed once the post is published; keep: it stays, sealed.", DefaultValueFactory = _ => "destroy" };
        original.AcceptOnlyFromAmong("destroy", "keep");
        var command = new Command("answer", "Record what the writer answered to the text they were shown. Example: dotnet run -- guest answer 4f2a91c0 yes --scope whole --original destroy") { name, answer, fromInbox, on, scope, until, comments, original };
        new GuestInput().Set(command, "guest answer", isSealed: true, (parse, _, store, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var terms = new ConsentTerms(
                parse.GetRequiredValue(scope) == "extracts" ? ConsentScope.Extracts : ConsentScope.Whole,
                GuestInput.Day(parse.GetValue(until), "--until"),
                parse.GetRequiredValue(comments) == "open",
                parse.GetRequiredValue(original) == "keep");
            if (parse.GetValue(fromInbox) is { } number)
            {
                var isSaid = new Option[] { scope, until, comments, original }.Any(option => parse.GetResult(option) is { Implicit: false });
                if (new GuestInbox(store, TimeProvider.System).TakeAnswer(number, isSaid ? terms : null).Guest != guest)
                {
                    throw new UsageException("That answer was to another text, and was recorded there.");
                }
            }
            else
            {
                var given = parse.GetValue(answer) switch { "yes" => ConsentAnswer.Yes, "change" => ConsentAnswer.Change, "withdraw" => ConsentAnswer.Withdraw, _ => throw new UsageException("Say what they answered: yes, change or withdraw. Nothing was changed.") };
                book.Answer(guest, given, GuestInput.Day(parse.GetValue(on), "--on") ?? book.Today, given == ConsentAnswer.Yes ? terms : null);
            }

            Console.WriteLine(GuestLine.Of(book.Open(guest).Row, book.Today));
            return ExitCode.Done;
        });
        return command;
    }
}
