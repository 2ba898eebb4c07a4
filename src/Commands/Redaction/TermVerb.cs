using System.CommandLine;
using Blog.Moderate;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact term</c>: a term with all its forms, within a scope.</summary>
internal static class TermVerb
{
    private static readonly DecisionScope[] Allowed = [DecisionScope.Text, DecisionScope.Thread, DecisionScope.Writer, DecisionScope.Everywhere];

    public static Command Create() => Create(
        "term", DecisionAction.Redact, "Redact a term and its other forms (last name alone, initials, e-mail names, acronym, plural). Example: dotnet run -- redact term --kind person --scope everywhere --rehearse");

    /// <summary>Makes a verb that decides on a term.</summary>
    public static Command Create(string name, DecisionAction action, string description)
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var term = new Argument<string?>("term") { Description = "The term; left out or -, it is read from standard input, and does not stand in your shell's history.", Arity = ArgumentArity.ZeroOrOne };
        var scope = RedactOptions.Scope("text, thread, writer or everywhere (default).");
        var at = new Option<string?>("--in") { Description = "A post or comment that says which text, thread or writer is meant.", HelpName = "NAME" };
        var kind = RedactOptions.Kind();
        var words = RedactOptions.As();
        var also = new Option<string[]>("--also") { Description = "Another form: a nickname, a former name. May be given several times.", HelpName = "FORM" };
        var keep = new Option<bool>("--keep") { Description = "The opposite: exactly this term stays within the scope, whatever is found." };
        var rehearse = new Option<bool>("--rehearse") { Description = "Only say what it would reach." };
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command(name, description) { term, blog, vault, scope, at, kind, words, also, rehearse, reason, actor };
        if (action == DecisionAction.Redact)
        {
            command.Add(keep);
        }

        command.SetAction((parse, token) => Task.FromResult(RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var request = new TermRequest
            {
                Action = parse.GetResult(keep) is not null && parse.GetValue(keep) ? DecisionAction.Keep : action,
                Term = TermInput.Read(parse.GetValue(term)),
                Scope = RedactOptions.ScopeOf(parse.GetValue(scope) ?? "everywhere", Allowed),
                At = parse.GetValue(at) is { } named ? new UnitFinder(store).Find(named) : null,
                Kind = RedactOptions.KindOf(parse.GetValue(kind)) ?? (action == DecisionAction.Pseudonym ? FindingKind.Person : null),
                Also = parse.GetValue(also) ?? [],
                Replacement = parse.GetValue(words),
                Reason = parse.GetValue(reason),
            };
            var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
            if (parse.GetValue(rehearse))
            {
                var places = Rehearsal.Of(store, moderation.Prepare(request), token);
                foreach (var group in places.Texts.GroupBy(text => text.Post))
                {
                    Console.WriteLine($"  {group.Key.Hex[..8]}: {string.Join(", ", group.Select(text => $"{(text.Unit == group.Key ? "the post" : text.Unit.Hex[..8])} ({text.Count})"))}");
                }

                Console.WriteLine($"It would reach {DecisionLine.Reach(places)}. Nothing was changed.");
                SayWhatIsNotLookedFor(request.Term);
                return ExitCode.Done;
            }

            var decision = moderation.Term(request);
            DecisionLine.Made(decision, Rehearsal.Of(store, decision, token));
            SayWhatIsNotLookedFor(request.Term);
            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        })));
        return command;
    }

    private static void SayWhatIsNotLookedFor(string term)
    {
        if (TermVariants.NeedsCapital(term))
        {
            Console.WriteLine("The term is one ordinary word: it is looked for with a capital alone, since in small letters it would take out every other use of it. For places in small letters give the words beside it as well (\"the night manager\" for \"manager\"), or take the word out where it stands, in the console.");
        }
    }
}
