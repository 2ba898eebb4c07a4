using System.CommandLine;
using Blog.Guests;
using Blog.Redact.Pictures;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest picture</c>: puts a picture into a guest's text, before its writer is asked.</summary>
internal static class PictureVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var sent = new Option<int?>("--sent") { Description = "Number of a picture that came with it through the site's page, from 1.", HelpName = "NUMBER" };
        var file = new Option<string?>("--file") { Description = "A picture's file (JPEG, PNG, GIF, WebP), such as one that you covered parts of.", HelpName = "FILE" };
        var words = new Option<string>("--words") { Description = "What it shows, for those who do not see it.", HelpName = "TEXT", Required = true };
        var command = new Command("picture", "Put a picture at the end of a guest's text, scrubbed; move its line with \"guest amend\". Example: dotnet run -- guest picture 4f2a91c0 --sent 1 --words \"a lamp beside a window\"") { name, sent, file, words };
        new GuestInput().Set(command, "guest picture", isSealed: true, (parse, _, store, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var (number, path) = (parse.GetValue(sent), parse.GetValue(file));
            if (number is null == path is null)
            {
                throw new UsageException("Say one of --sent NUMBER and --file FILE. Nothing was changed.");
            }

            try
            {
                book.AddPicture(guest, number is { } one ? new GuestInbox(store, TimeProvider.System).PictureOf(guest, one) : Read(path!), parse.GetRequiredValue(words)); // one of the two is given
            }
            catch (PictureException e)
            {
                throw new UsageException(e.Message + " Nothing was changed.");
            }

            Console.WriteLine(GuestLine.Of(book.Open(guest).Row, book.Today));
            return ExitCode.Done;
        });
        return command;
    }

    private static ReadOnlySpan<byte> Read(string path)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new UsageException("There is no such file. Nothing was changed.")
            : file.Length > PictureLimits.MaxBytes ? throw new PictureException("The file is too large.")
            : File.ReadAllBytes(file.FullName);
    }
}
