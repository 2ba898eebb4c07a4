using System.CommandLine;
using Blog.Guests;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest consent</c>: asks a writer whether the text may stand as it is.</summary>
internal static class ConsentVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var page = new Option<string?>("--page") { Description = "Write the page with everything (text, changes, what could identify, choices) into this file, to be handed over by a way you both trust.", HelpName = "FILE" };
        var mail = new Option<string?>("--mail") { Description = "Write words for a mail (text and choices alone) into this file; - prints them.", HelpName = "FILE" };
        var address = new Option<string?>("--address") { Description = "The address the mail goes to, to be checked against work addresses; default: that of who sent the text.", HelpName = "ADDRESS" };
        var code = new Option<bool>("--code") { Description = "Send everything back through the site, encrypted to the seven words of its writer; the next build publishes it among decoys." };
        var command = new Command("consent", "Make what the writer of a guest's text is shown before they agree, and note that they were asked. Example: dotnet run -- guest consent 4f2a91c0 --page ~/to-read.html") { name, page, mail, address, code };
        new GuestInput().Set(command, "guest consent", isSealed: true, (parse, folder, store, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var view = book.Open(guest);
            var pageFile = parse.GetValue(page) is { } given ? GuestInput.PrivatePath(folder, given) : null;
            var mailFile = parse.GetValue(mail) is { } wanted && wanted != "-" ? GuestInput.PrivatePath(folder, wanted) : null;
            if (pageFile is null && parse.GetValue(mail) is null && !parse.GetValue(code))
            {
                throw new UsageException("Say what is to be made: --page FILE, --mail FILE or --code. Nothing was changed.");
            }

            if (parse.GetValue(mail) is not null)
            {
                RefuseWorkAddress(store, parse.GetValue(address) ?? book.Sender(guest));
            }

            var settings = new BlogReader(folder).ReadSettings();
            if (pageFile is not null)
            {
                GuestInput.WritePrivate(pageFile, ConsentPage.Html(settings.Title, view.Draft, book.Original(guest), GuestReview.Of(view.Draft.Now, settings.PublicNames)));
            }

            if (mailFile is not null)
            {
                GuestInput.WritePrivate(mailFile, ConsentPage.Mail(view.Draft));
            }
            else if (parse.GetValue(mail) == "-")
            {
                Console.Write(ConsentPage.Mail(view.Draft));
            }

            if (parse.GetValue(code))
            {
                new GuestInbox(store, TimeProvider.System).AskByCode(guest, folder, settings.PublicNames);
                Console.Error.WriteLine("Written into input/replies/, among decoys. Build and publish; the answer comes with \"inbox pull\".");
                return ExitCode.Done;
            }

            book.Ask(guest);
            Console.Error.WriteLine("Noted that its writer was asked about this very text. Delete the files once they are sent. Record the answer with: guest answer NAME yes|change|withdraw");
            return ExitCode.Done;
        });
        return command;
    }

    private static void RefuseWorkAddress(VaultStore store, string? address)
    {
        if (address is not null && WorkAddresses.Of(store).EndOf(address) is { } end)
        {
            throw new UsageException($"This goes to a work address (it ends in {end}), where an employer may read along. Ask the writer for a private one, or hand the page over another way. If it is none: notWorkAddresses in settings.yml of the private store. Nothing was changed.");
        }
    }
}
