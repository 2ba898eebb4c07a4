using System.CommandLine;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact same</c> and <c>redact answers</c>: what a person says about the place of a comment in its thread, by naming another one.</summary>
internal static class RepairVerb
{
    /// <summary><c>redact same</c>: a comment that was posted twice gives way to the other one.</summary>
    public static Command Same() => Create(
        "same",
        "Join a comment that was posted twice with the other one: its address leads there, and so do its replies. Example: dotnet run -- redact same 4f2a91c0 --as 77b01c3e",
        "The comment that goes.",
        "--as",
        "The comment of the same thread that says the same, and stays.",
        (moderation, again, stays, reason) => moderation.SameAs(again, stays, reason));

    /// <summary><c>redact answers</c>: says which comment another one answers though it was posted elsewhere.</summary>
    public static Command Answers() => Create(
        "answers",
        "Say which comment another one answers. It stays where it was posted; each leads to the other, marked as probable. Example: dotnet run -- redact answers 4f2a91c0 --to 77b01c3e#6.4",
        "The comment that was posted in the wrong place.",
        "--to",
        "The comment of the same thread that it answers.",
        (moderation, reply, answered, reason) => moderation.Answers(reply, answered, reason));

    private static Command Create(string name, string description, string oneWords, string otherName, string otherWords, Func<Moderation, UnitPlace, UnitPlace, string?, VaultDecision> decide)
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var one = new Argument<string>("comment") { Description = oneWords };
        var other = new Option<string>(otherName) { Description = otherWords, HelpName = "NAME", Required = true };
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command(name, description) { one, other, blog, vault, reason, actor };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var finder = new UnitFinder(store);
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            DecisionLine.Made(decide(moderation, finder.Find(parse.GetRequiredValue(one)), finder.Find(parse.GetRequiredValue(other)), parse.GetValue(reason)), null);
            return ExitCode.Done;
        }));
        return command;
    }
}
