using System.CommandLine;
using Blog.Moderate;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact accept</c>: redacts what was found.</summary>
internal static class AcceptVerb
{
    private static readonly DecisionScope[] Allowed = [DecisionScope.Place, DecisionScope.Text, DecisionScope.Thread, DecisionScope.Writer, DecisionScope.Everywhere];

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var findings = new Argument<string[]>("finding") { Description = "NAME.3: the third finding of a text; NAME alone: all that are open in it.", Arity = ArgumentArity.OneOrMore };
        var scope = RedactOptions.Scope("place (default), or its words in the text, thread, writer, everywhere.");
        var words = RedactOptions.As();
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("accept", "Redact what was found. Example: dotnet run -- redact accept 4f2a91c0.2 --scope thread") { findings, blog, vault, scope, words, reason, actor };
        command.SetAction((parse, token) => Task.FromResult(RedactOptions.Run(parse, blog, vault, (folder, store) =>
        {
            var reach = RedactOptions.ScopeOf(parse.GetValue(scope) ?? "place", Allowed);
            var picker = new FindingPicker(folder, store);
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            var picked = parse.GetRequiredValue(findings).Select(picker.Pick).ToList(); // all are looked up before the first is decided
            foreach (var (place, found) in picked)
            {
                if (found.Count == 0)
                {
                    Console.WriteLine($"{place.Handle.Hex[..8]}: nothing is open in it.");
                }

                foreach (var each in found)
                {
                    Decide(store, moderation, place, each, reach, parse.GetValue(words), parse.GetValue(reason), token);
                }
            }

            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        })));
        return command;
    }

    private static void Decide(
        VaultStore store, Moderation moderation, UnitPlace place, ReviewedFinding found, DecisionScope scope, string? words, string? reason, CancellationToken token)
    {
        if (scope == DecisionScope.Place)
        {
            var decision = moderation.Place(DecisionAction.Redact, place, found.Field, found.Finding.Range, found.Finding.Kind, words, reason);
            DecisionLine.Made(decision, null);
            SayElsewhere(store, place, found, decision, token);
            return;
        }

        var term = moderation.Term(new TermRequest
        {
            Action = DecisionAction.Redact,
            Term = FindingPicker.WordsOf(place, found),
            Scope = scope,
            At = place,
            Kind = found.Finding.Kind,
            Replacement = words,
            Reason = reason,
        });
        DecisionLine.Made(term, Rehearsal.Of(store, term, token));
    }

    /// <summary>The same words in quotes and replies stay where one place alone is redacted: that is said at once.</summary>
    private static void SayElsewhere(VaultStore store, UnitPlace place, ReviewedFinding found, VaultDecision decision, CancellationToken token)
    {
        var words = FindingPicker.WordsOf(place, found);
        if (words.Count(char.IsLetterOrDigit) < 2)
        {
            return;
        }

        var places = Rehearsal.Of(store, decision with { Scope = DecisionScope.Everywhere, Unit = null, Field = null, Term = words }, token);
        var thread = places.Texts.Where(text => text.Post == place.Post.Handle && text.Unit != place.Handle).ToList();
        var elsewhere = places.Texts.Count - thread.Count - places.Texts.Count(text => text.Unit == place.Handle);
        if (thread.Count + elsewhere > 0)
        {
            Console.WriteLine($"  The same stands in {thread.Count} other texts of this thread and in {elsewhere} elsewhere. To take it out there too: redact accept with --scope thread or everywhere.");
        }
    }
}
