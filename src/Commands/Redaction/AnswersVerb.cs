using System.CommandLine;
using Blog.Moderate;

namespace Blog.Commands.Redaction;

/// <summary><c>redact answers</c>: says which comment another one answers though it was posted elsewhere.</summary>
internal static class AnswersVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var reply = new Argument<string>("comment") { Description = "The comment that was posted in the wrong place." };
        var answered = new Option<string>("--to") { Description = "The comment of the same thread that it answers.", HelpName = "NAME", Required = true };
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("answers", "Say which comment another one answers. It stays where it was posted; each leads to the other, marked as probable. Example: dotnet run -- redact answers 4f2a91c0 --to 77b01c3e#6.4") { reply, answered, blog, vault, reason, actor };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var finder = new UnitFinder(store);
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            DecisionLine.Made(moderation.Answers(finder.Find(parse.GetRequiredValue(reply)), finder.Find(parse.GetRequiredValue(answered)), parse.GetValue(reason)), null);
            return ExitCode.Done;
        }));
        return command;
    }
}
