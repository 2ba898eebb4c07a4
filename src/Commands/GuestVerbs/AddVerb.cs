using System.CommandLine;
using System.Globalization;
using Blog.Commands.Redaction;
using Blog.Guests;
using Blog.Import.Documents;
using Blog.Vault;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest add</c>: takes a guest's text in.</summary>
internal static class AddVerb
{
    private const int ShownValue = 200;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A mail (.eml), .docx, .odt, .txt, .md or .html; - for standard input." };
        var title = new Option<string?>("--title") { Description = "Its title; default: the mail's subject or first heading.", HelpName = "TEXT" };
        var attachment = new Option<int?>("--attachment") { Description = "Of a mail: the attachment that is the text, by its number; default: the mail's own words, or the only attachment that can be read where it has none.", HelpName = "NUMBER" };
        var sender = new Option<string?>("--sender-file") { Description = "File whose first line says who sent it, where the text itself is no mail. Sealed; never an argument: those are kept by shells.", HelpName = "FILE" };
        var asTyped = new Option<bool>("--as-typed") { Description = "Leave typing habits as they are (quotation marks, dashes, spaces); they can tell who wrote." };
        var command = new Command("add", "Take a guest's text in: its words alone. Everything else in the file is listed and left behind. Example: dotnet run -- guest add letter.docx") { file, title, attachment, sender, asTyped };
        new GuestInput().Set(command, "guest add", isSealed: true, (parse, _, _, book) =>
        {
            var read = Read(parse.GetRequiredValue(file));
            var text = GuestDocument.TextOf(read, parse.GetValue(attachment));
            Report(read);
            var by = parse.GetValue(sender) is { } path ? File.ReadLines(path).FirstOrDefault() : null;
            var guest = book.Add(GuestDocument.Arrival(read, text, parse.GetValue(title), by, isNeutral: !parse.GetValue(asTyped)));
            Console.WriteLine(guest.Hex[..VaultHandle.ShownDigits]);
            Console.Error.WriteLine($"Taken in, sealed. Next: guest show {guest.Hex[..VaultHandle.ShownDigits]}. Delete the file you were sent, and the mail, once you need them no more.");
            return ExitCode.Done;
        });
        return command;
    }

    private static ReadDocument Read(string path)
    {
        try
        {
            if (path == "-")
            {
                using var input = Console.OpenStandardInput();
                return DocumentReader.Read(input, null, DocumentLimits.Default);
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            return DocumentReader.Read(stream, Path.GetFileName(path), DocumentLimits.Default);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The file cannot be opened: see that it is there and that you may read it. Nothing was kept.");
        }
    }

    /// <summary>What was left behind, for the editor's eyes: on the terminal, and nowhere else.</summary>
    private static void Report(ReadDocument read)
    {
        foreach (var left in read.LeftBehind)
        {
            var value = TerminalText.OneLine(left.Value);
            Console.Error.WriteLine($"left behind: {left.Kind}, {TerminalText.OneLine(left.Where)}: {(value.Length > ShownValue ? value[..ShownValue] + " …" : value)}");
        }

        foreach (var piece in read.Hidden)
        {
            Console.Error.WriteLine($"beside the text: {piece.Kind}, {TerminalText.OneLine(piece.Where)}{(piece.IsInText ? " (stands in the text)" : string.Empty)}: {TerminalText.OneLine(piece.Text)}");
        }

        foreach (var (each, index) in read.Attachments.Select((each, index) => (each, index + 1)))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"attachment {index}: {each.Kind}, {each.Size:N0} bytes{(each.Document is null ? ", " + each.WhyNot : string.Empty)}"));
        }

        var others = read.Markdown.Length == 0 ? [] : read.Attachments.Select((each, index) => (each, Number: index + 1)).Where(pair => pair.each is { WhyNot: null, Document.Markdown.Length: > 0 }).Select(pair => pair.Number).ToList();
        if (others.Count > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The mail's own words count as the text. {(others.Count == 1 ? "An attachment has" : "Attachments have")} words, too ({string.Join(", ", others)}): to take {(others.Count == 1 ? "it" : "one of them")} instead: guest add FILE --attachment NUMBER"));
        }

        foreach (var note in read.Notes)
        {
            Console.Error.WriteLine(note);
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.LeftBehind.Count:N0} facts left behind, {read.Hidden.Count:N0} {(read.Hidden.Count == 1 ? "piece" : "pieces")} beside the text, {read.PictureCount:N0} {(read.PictureCount == 1 ? "picture" : "pictures")} not taken."));
    }
}
