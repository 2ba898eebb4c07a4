using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Redact;
using Blog.Redact.Facts;
using Blog.Vault;

namespace Blog.Commands.Redaction;

/// <summary><c>redact facts</c>: what a text tells of people without naming them, where else the thread tells it, what would say it more generally, and one decision for all places.</summary>
internal static class FactsVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var unit = new Argument<string>("unit") { Description = "A post or comment; NAME.3 for its third fact." };
        var redact = new Option<bool>("--redact") { Description = "Take the fact out at every place that the thread tells it of the same person." };
        var doubtful = new Option<bool>("--doubtful") { Description = "With --redact: also where it is not certain of whom the text speaks." };
        var words = RedactOptions.As();
        var reveal = RedactOptions.Reveal();
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("facts", "Age, area, role, tenure, employer, education, family, events: what is told of whom, and where else. Example: dotnet run -- redact facts 4f2a91c0.3 --redact --as \"about a year\"")
        {
            unit, blog, vault, redact, doubtful, words, reveal, reason, actor,
        };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var (reference, number) = RedactOptions.Reference(parse.GetRequiredValue(unit));
            var place = new UnitFinder(store).Find(reference);
            var thread = FactTextReader.Thread(store, place.Post);
            var facts = FactFinder.Find(ProseView.Of(place.Markdown), Year(place)).Where(fact => !fact.IsNearMiss).ToList();
            if (number is { } asked && (asked < 1 || asked > facts.Count))
            {
                throw new UsageException($"This text tells {facts.Count} facts; there is no number {asked}. Nothing was changed.");
            }

            if (parse.GetValue(redact))
            {
                var chosen = number is { } one ? facts[one - 1] : throw new UsageException("Say which fact: NAME.3. \"redact facts NAME\" lists them. Nothing was changed.");
                var places = FactLinks.Same(thread, place.Handle, chosen).Where(each => each.IsCertain || parse.GetValue(doubtful)).ToList();
                var moderation = new Moderation(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System);
                Decide(store, moderation, places, chosen, parse.GetValue(words), parse.GetValue(reason));
                return ExitCode.Done;
            }

            for (var i = 0; i < facts.Count; i++)
            {
                if (number is null || number == i + 1)
                {
                    Write(place, thread, facts[i], i + 1, parse.GetValue(reveal));
                }
            }

            Console.WriteLine(facts.Count == 0 ? "No fact was found in it; rules know only common ways of telling one." : FactLedger.Caveat);
            if (number is null && FactLedger.Read(FactTextReader.Read(store)) is var ledger && Person(ledger, place) is { } person)
            {
                foreach (var set in ledger.SinglingSets(person).Take(5))
                {
                    Console.WriteLine("  " + set);
                }
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static LedgerPerson? Person(FactLedger ledger, UnitPlace place) =>
        place.Comment is null ? ledger.Case(place.Post.Handle) : place.Author?.Identity is { } identity ? ledger.Writer(identity) : null;

    private static int? Year(UnitPlace place) => (place.Comment is null ? place.Post.Published : place.Comment.Published)?.Value.Year;

    private static void Write(UnitPlace place, IReadOnlyList<FactText> thread, Fact fact, int number, bool reveal)
    {
        var same = FactLinks.Same(thread, place.Handle, fact);
        var words = reveal ? $"  \"{fact.Range.Of(place.Markdown).ReplaceLineEndings(" ")}\"" : string.Empty;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {number,3}. {fact.Kind.ToString().ToLowerInvariant(),-18} of {fact.Subject}{words}"));
        if (same.Count > 1)
        {
            Console.WriteLine($"       told in {same.Count} places of the thread: {string.Join(", ", same.Select(each => (each.Text == place.Post.Handle ? "the post" : each.Text.Hex[..8]) + (each.IsCertain ? string.Empty : "?")))}");
        }

        if (reveal && GeneralisationLadder.Of(fact) is { Count: > 0 } ladder)
        {
            Console.WriteLine($"       more generally: {string.Join("; ", ladder.Select(rung => rung.Words))}");
        }
    }

    private static void Decide(VaultStore store, Moderation moderation, List<FactPlace> places, Fact fact, string? words, string? reason)
    {
        var finder = new UnitFinder(store);
        foreach (var each in places)
        {
            var place = finder.TryFind(each.Text) ?? throw new UsageException("A text of this thread has gone since. Nothing more was changed.");
            DecisionLine.Made(moderation.Place(DecisionAction.Redact, place, TextField.Body, each.Fact.Range, FactKindTable.FindingOf(fact.Kind), words, reason), null);
        }

        Console.WriteLine($"Taken out at {places.Count} places.");
        OpenSourcesHint.Print(store);
    }
}
