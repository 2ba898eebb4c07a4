using System.CommandLine;

namespace Blog.Commands.TakedownVerbs.Requests;

/// <summary><c>takedown request list</c>: the queue, what is overdue first.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var all = new Option<bool>("--all") { Description = "Closed ones too." };
        var command = new Command("list", "List requests, what is overdue first. Exit code 1 where something is overdue. Example: dotnet run -- takedown request list") { all, blog, vault };
        command.SetAction(parse =>
        {
            var (store, book) = RequestInput.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), null);
            using var open = store;
            var queue = book.Queue();
            var shown = queue.Where(request => request.IsOpen || parse.GetValue(all)).ToList();
            shown.ForEach(request => Console.WriteLine(RequestText.Line(request)));
            Console.Error.WriteLine($"{queue.Count(request => request.IsOpen)} open, {queue.Count(request => request.IsOverdue)} of them overdue; {queue.Count(request => !request.IsOpen)} closed.");
            return queue.Any(request => request.IsOverdue) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }
}
