using System.CommandLine;
using Blog.Moderate;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact keep</c>: words, or a whole text, stay as they are.</summary>
internal static class KeepVerb
{
    private static readonly DecisionScope[] Allowed = [DecisionScope.Place, DecisionScope.Text, DecisionScope.Thread, DecisionScope.Writer, DecisionScope.Everywhere];

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var findings = new Argument<string[]>("finding") { Description = "NAME.3: the third finding of a text stays; NAME alone: you have read the text, and it is published as your decisions leave it.", Arity = ArgumentArity.OneOrMore };
        var scope = RedactOptions.Scope("place (default), or the words of the finding in the text, thread, writer, everywhere.");
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("keep", "Keep what was found, or say that you have read a text and it may be published. Example: dotnet run -- redact keep 4f2a91c0.2") { findings, blog, vault, scope, reason, actor };
        command.SetAction((parse, token) => Task.FromResult(RedactOptions.Run(parse, blog, vault, (folder, store) =>
        {
            var reach = RedactOptions.ScopeOf(parse.GetValue(scope) ?? "place", Allowed);
            var picker = new FindingPicker(folder, store);
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            foreach (var (reference, picked) in parse.GetRequiredValue(findings).Select(each => (each, picker.Pick(each))).ToList())
            {
                var (place, found) = picked;
                if (RedactOptions.Reference(reference).Number is null)
                {
                    DecisionLine.Made(moderation.Accept(place, parse.GetValue(reason)), null);
                    continue;
                }

                var only = found[0]; // a number names one
                if (reach == DecisionScope.Place)
                {
                    DecisionLine.Made(moderation.Place(DecisionAction.Keep, place, only.Field, only.Finding.Range, only.Finding.Kind, reason: parse.GetValue(reason)), null);
                    continue;
                }

                var term = moderation.Term(new TermRequest
                {
                    Action = DecisionAction.Keep,
                    Term = FindingPicker.WordsOf(place, only),
                    Scope = reach,
                    At = place,
                    Kind = only.Finding.Kind,
                    Reason = parse.GetValue(reason),
                });
                DecisionLine.Made(term, Rehearsal.Of(store, term, token));
            }

            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        })));
        return command;
    }
}
