using System.CommandLine;
using System.Globalization;
using Blog.Commands.Redaction;
using Blog.Moderate;
using Blog.Moderate.Pictures;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary><c>redact pictures</c>: how far the looking at pictures is, and the page on which to look.</summary>
internal static class PicturesVerb
{
    private const string SheetName = "contact-sheet-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var all = new Option<bool>("--all") { Description = "Put every picture on the sheet, also those that were decided." };
        var missing = new Option<bool>("--missing") { Description = "List the addresses of pictures whose files are not in the private store." };
        var command = new Command("pictures", "Count pictures by what was decided, and write a page to look at those that wait. Example: dotnet run -- redact pictures") { blog, vault, all, missing };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (folder, store) =>
        {
            Run(store, VaultAccess.Locate(folder, parse.GetValue(vault)).Folder, parse.GetValue(all), parse.GetValue(missing));
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Run(VaultStore store, string home, bool all, bool missing)
    {
        var places = PicturePlaces.Of(store).ToList();
        var pictures = store.Pictures.List();
        var book = PictureBook.Of(DecisionBook.Of(store.Decisions.List()));
        var asked = pictures.Where(picture => picture.Addresses.Count > 0).ToList();
        foreach (var state in Enum.GetValues<PictureState>())
        {
            Line(asked.Count(picture => book.StateOf(picture.Handle) == state), Word(state));
        }

        var known = asked.SelectMany(picture => picture.Addresses).ToHashSet(StringComparer.Ordinal);
        var unknown = places.Select(place => place.Address).Distinct(StringComparer.Ordinal).Where(address => !known.Contains(address)).Order(StringComparer.Ordinal).ToList();
        Line(unknown.Count, "addresses in the texts without a file: take files in with \"vault media add\"");
        if (missing)
        {
            unknown.ForEach(Console.WriteLine);
        }

        var sheets = WriteSheets(new ContactSheet(store, book, places).Pages(asked.Where(picture => all || book.StateOf(picture.Handle) == PictureState.Waiting)), home);
        Console.WriteLine(sheets.Count == 0
            ? "No picture waits for you."
            : $"Look at them in a browser, then decide: {string.Join(", ", sheets)}. The page is private; it is written anew each time, and gone when nothing waits.");
    }

    /// <summary>Writes the pages beside the store; pages of the last time go first.</summary>
    private static List<string> WriteSheets(IEnumerable<byte[]> pages, string home)
    {
        foreach (var old in Directory.EnumerateFiles(home, SheetName + "*.html"))
        {
            File.Delete(old);
        }

        var written = new List<string>();
        foreach (var page in pages)
        {
            var path = Path.Combine(home, string.Create(CultureInfo.InvariantCulture, $"{SheetName}{written.Count + 1}.html"));
            DurableFile.Write(path, page, OwnerOnly);
            written.Add(path);
        }

        return written;
    }

    private static string Word(PictureState state) => state switch
    {
        PictureState.Waiting => "wait for you",
        PictureState.Published => "published as they are, scrubbed",
        PictureState.LeftOut => "left out",
        PictureState.Replaced => "covered, cut or replaced",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private static void Line(int count, string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,8:N0}  {what}"));
}
