using System.CommandLine;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request close</c>: closes a request, or opens it again.</summary>
internal static class CloseVerb
{
    public static Command Create()
    {
        var name = RequestInput.Name();
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var forget = new Option<bool>("--forget") { Description = "Delete its sealed words for good: who asked, what they wrote. Needs no passphrase." };
        var again = new Option<bool>("--reopen") { Description = "Open it again instead; its clocks run on from the day it came." };
        var command = new Command("close", "Close a request, with --forget without a trace of who asked. Example: dotnet run -- takedown request close 4f2a91c0 --forget") { name, forget, again, blog, vault, actor };
        command.SetAction(parse =>
        {
            if (parse.GetValue(forget) && parse.GetValue(again))
            {
                throw new UsageException("Give --forget or --reopen, not both. Nothing was changed.");
            }

            var (store, book) = RequestInput.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            using var open = store;
            var request = book.Find(parse.GetRequiredValue(name));
            book.SetDone(request, !parse.GetValue(again), parse.GetValue(forget));
            Console.WriteLine(RequestText.Line(book.Find(request.Row.Handle.Hex)));
            if (!parse.GetValue(again) && request.OpenSteps > 0)
            {
                Console.Error.WriteLine($"{request.OpenSteps} steps of its checklist were still open.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
