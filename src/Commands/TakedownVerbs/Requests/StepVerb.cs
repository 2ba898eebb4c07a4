using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request step</c>: ticks steps of a checklist.</summary>
internal static class StepVerb
{
    public static Command Create()
    {
        var name = RequestInput.Name();
        var steps = new Argument<string[]>("steps") { Description = "Words of steps, as \"show\" lists them; copies as copy-wayback.", Arity = ArgumentArity.OneOrMore };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var state = new Option<string>("--state") { Description = "done (the default), open or not-needed.", HelpName = "STATE", DefaultValueFactory = _ => "done" };
        var command = new Command("step", "Say that steps are done, open again or not needed; a step that stops a clock stops it. Example: dotnet run -- takedown request step 4f2a91c0 acknowledge copy-wayback") { name, steps, state, blog, vault, actor };
        command.SetAction(parse =>
        {
            var to = parse.GetRequiredValue(state) switch
            {
                "done" => RequestStepState.Done,
                "open" => RequestStepState.Open,
                "not-needed" => RequestStepState.NotNeeded,
                _ => throw new UsageException("The state of a step is one of: done, open, not-needed. Nothing was changed."),
            };
            var (store, book) = RequestInput.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            using var open = store;
            var request = book.Find(parse.GetRequiredValue(name));
            foreach (var step in parse.GetRequiredValue(steps))
            {
                book.SetStep(request, step, to);
            }

            Console.WriteLine(RequestText.Line(book.Find(request.Row.Handle.Hex)));
            return ExitCode.Done;
        });
        return command;
    }
}
