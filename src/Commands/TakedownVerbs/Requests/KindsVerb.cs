using System.CommandLine;
using System.Text;
using Blog.Requests;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request kinds</c>: the kinds, with first step, clocks and law.</summary>
internal static class KindsVerb
{
    public static Command Create()
    {
        var word = new Argument<string?>("kind") { Description = "One kind, with all that belongs to it; all of them in short where it is left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("kinds", "Tell the kinds of requests apart: what comes first, which clock runs, by which law. Not legal advice. Example: dotnet run -- takedown request kinds erasure") { word };
        command.SetAction(parse =>
        {
            var kinds = parse.GetValue(word) is { } one ? [RequestInput.Kind(one)] : RequestKindTable.All;
            var text = new StringBuilder();
            foreach (var kind in kinds)
            {
                text.Append($"{kind.Word}: {kind.Title}\n  First: {kind.First}\n");
                foreach (var clock in kind.Clocks)
                {
                    text.Append($"  Clock: {clock.Words}, {Period(clock)}\n");
                }

                if (kinds.Count == 1)
                {
                    kind.Steps.ToList().ForEach(step => text.Append($"  Step {step.Word}: {step.Words}\n"));
                    kind.Letters.ToList().ForEach(letter => text.Append($"  Letter {letter.Word}: {letter.Title}\n"));
                    RequestText.Law(kind, text);
                }
            }

            Console.Write(text.Append(kinds.Count == 1 ? string.Empty : RequestKindTable.NotAdvice + "\n"));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Period(ClockRule clock) => clock.Unit switch
    {
        ClockUnit.AtOnce => "at once",
        ClockUnit.WorkingHours => $"{clock.Amount} hours without weekends and bank holidays",
        ClockUnit.Days => $"{clock.Amount} days",
        ClockUnit.Months => clock.Amount == 1 ? "one month" : $"{clock.Amount} months",
        _ => throw new InvalidOperationException($"No such unit: {clock.Unit}."),
    };
}
