using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact history</c>: every decision with who, when and whether it is in force.</summary>
internal static class HistoryVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var reveal = RedactOptions.Reveal();
        var limit = new Option<int>("--limit") { Description = "At most so many, the latest.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("history", "Every decision: when, who, what, in force or not. Example: dotnet run -- redact history") { blog, vault, reveal, limit };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var book = DecisionBook.Of(store.Decisions.List());
            foreach (var decision in book.All.TakeLast(parse.GetValue(limit)))
            {
                var state = book.IsInForce(decision.Handle) ? "in force" : "undone";
                var about = decision.Unit is { } unit ? $" of {unit.Hex[..8]}" : string.Empty;
                var replaces = decision.Replaces is { } old ? $" of {old.Hex[..VaultHandle.ShownDigits]}" : string.Empty;
                var words = parse.GetValue(reveal) && decision.Action != DecisionAction.Accept ? Words(decision) : string.Empty;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{decision.Handle.Hex[..VaultHandle.ShownDigits]}  {decision.Made.UtcDateTime:yyyy-MM-dd HH:mm}  {decision.Actor,-16}  {state,-8}  {DecisionLine.Word(decision)}{(decision.Action == DecisionAction.Undo ? replaces : about)}{words}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{book.All.Count:N0} decisions, {book.InForce.Count:N0} in force."));
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Words(VaultDecision decision) => string.Concat(
        decision.Term is { } term ? $"  \"{term}\"" : string.Empty,
        decision.Replacement is { } replacement ? $" -> \"{replacement}\"" : string.Empty,
        decision.Reason is { } reason ? $"  ({reason})" : string.Empty);
}
