using System.CommandLine;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest text</c>: a guest's text as a Markdown file, to be amended in an editor.</summary>
internal static class TextVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var file = new Option<string>("--out") { Description = "The file, outside the blog's folder; readable by you alone. Delete it when you are done.", HelpName = "FILE", Required = true };
        var command = new Command("text", "Write a guest's text into a Markdown file for your editor; \"guest amend\" takes it back. Example: dotnet run -- guest text 4f2a91c0 --out /dev/shm/text.md") { name, file };
        new GuestInput().Set(command, "guest text", isSealed: true, (parse, folder, _, book) =>
        {
            var view = book.Open(book.Find(parse.GetRequiredValue(name)).Handle);
            var path = GuestInput.PrivatePath(folder, parse.GetRequiredValue(file));
            GuestInput.WritePrivate(path, $"{(view.Draft.Now.Title is { } title ? "# " + title : "# ")}\n\n{view.Draft.Now.Markdown}\n");
            Console.Error.WriteLine("The first line is the title, after \"# \". Amend it, then: guest amend NAME --file FILE. Then delete the file.");
            return ExitCode.Done;
        });
        return command;
    }
}
