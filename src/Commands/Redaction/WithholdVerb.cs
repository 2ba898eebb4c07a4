using System.CommandLine;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact withhold</c>: a text, a thread or everything by a writer is not published.</summary>
internal static class WithholdVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var unit = new Argument<string>("unit") { Description = "A post or comment." };
        var scope = RedactOptions.Scope("text (default), thread or writer.");
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("withhold", "Withhold a post or comment; a comment keeps its place as \"removed by the moderators\". Example: dotnet run -- redact withhold 4f2a91c0") { unit, blog, vault, scope, reason, actor };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var reach = RedactOptions.ScopeOf(parse.GetValue(scope) ?? "text", DecisionScope.Text, DecisionScope.Thread, DecisionScope.Writer);
            var place = new UnitFinder(store).Find(parse.GetRequiredValue(unit));
            DecisionLine.Made(new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System).Withhold(place, reach, parse.GetValue(reason)), null);
            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        }));
        return command;
    }
}
