using System.CommandLine;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact undo</c>: takes a decision back, or an undoing.</summary>
internal static class UndoVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var decision = new Argument<string?>("decision") { Description = "First digits of the decision; left out: the last one in force.", Arity = ArgumentArity.ZeroOrOne };
        var actor = RedactOptions.Actor();
        var together = new Option<bool>("--together") { Description = "Of a comment that was joined with others at once (redact duplicates --join): all of these." };
        var command = new Command("undo", "Take a decision back; undoing the undoing brings it again. Example: dotnet run -- redact undo 91c04f2a") { decision, together, blog, vault, actor };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            if (parse.GetValue(together))
            {
                var all = moderation.UndoTogether(parse.GetValue(decision) ?? throw new UsageException("Name one of the decisions that were made together. Nothing was changed."));
                Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Undone: {all.Count:N0} joinings."));
                return ExitCode.Done;
            }

            var undone = moderation.Undo(parse.GetValue(decision));
            Console.WriteLine($"Undone: {undone.Handle.Hex[..VaultHandle.ShownDigits]} ({DecisionLine.Word(undone)}).");
            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        }));
        return command;
    }
}
