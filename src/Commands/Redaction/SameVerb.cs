using System.CommandLine;
using Blog.Moderate;

namespace Blog.Commands.Redaction;

/// <summary><c>redact same</c>: a comment that was posted twice gives way to the other one.</summary>
internal static class SameVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var again = new Argument<string>("comment") { Description = "The comment that goes." };
        var stays = new Option<string>("--as") { Description = "The comment of the same thread that says the same, and stays.", HelpName = "NAME", Required = true };
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("same", "Join a comment that was posted twice with the other one: its address leads there, and so do its replies. Example: dotnet run -- redact same 4f2a91c0 --as 77b01c3e") { again, stays, blog, vault, reason, actor };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var finder = new UnitFinder(store);
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            DecisionLine.Made(moderation.SameAs(finder.Find(parse.GetRequiredValue(again)), finder.Find(parse.GetRequiredValue(stays)), parse.GetValue(reason)), null);
            return ExitCode.Done;
        }));
        return command;
    }
}
