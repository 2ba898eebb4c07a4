using System.CommandLine;
using Blog.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest amend</c>: another version of a guest's text.</summary>
internal static class AmendVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var file = new Option<string?>("--file") { Description = "Markdown; a first line \"# ...\" is the title. - for standard input.", HelpName = "FILE" };
        var neutral = new Option<bool>("--neutral") { Description = "Make typing habits neutral: quotation marks, dashes, spaces, dots." };
        var undo = new Option<bool>("--undo") { Description = "Go back to the version before." };
        var command = new Command("amend", "Keep another version of a guest's text; the ones before stay in its history. Example: dotnet run -- guest amend 4f2a91c0 --file /dev/shm/text.md") { name, file, neutral, undo };
        new GuestInput().Set(command, "guest amend", isSealed: true, (parse, _, _, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            if (parse.GetValue(undo))
            {
                book.Undo(guest);
            }
            else
            {
                var now = book.Open(guest).Draft.Now;
                var (title, markdown) = parse.GetValue(file) is { } path ? Read(path) : (now.Title, now.Markdown);
                if (parse.GetValue(neutral))
                {
                    (title, markdown) = (title is null ? null : Typography.MakeNeutral(title).Markdown, Typography.MakeNeutral(markdown).Markdown);
                }

                if (!book.Amend(guest, title, markdown))
                {
                    Console.Error.WriteLine("It says what the text says already: nothing was changed.");
                    return ExitCode.Done;
                }
            }

            Console.WriteLine(GuestLine.Of(book.Open(guest).Row, book.Today));
            return ExitCode.Done;
        });
        return command;
    }

    private static (string? Title, string Markdown) Read(string path)
    {
        var text = TextInput.Read(path, "The file").ReplaceLineEndings("\n").TrimStart('\uFEFF');
        if (text != "#" && !text.StartsWith("# ", StringComparison.Ordinal) && !text.StartsWith("#\n", StringComparison.Ordinal))
        {
            return (null, text);
        }

        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text[1..].Trim(), string.Empty) : (text[1..end].Trim() is { Length: > 0 } title ? title : null, text[(end + 1)..]);
    }
}
