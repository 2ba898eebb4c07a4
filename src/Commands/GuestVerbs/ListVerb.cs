using System.CommandLine;
using System.Globalization;
using Blog.Guests;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest list</c>: the guests' texts, and how far each came.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var command = new Command("list", "List guests' texts: name, day they came, how far they are. Needs no passphrase and shows no word. Example: dotnet run -- guest list");
        new GuestInput().Set(command, "guest list", isSealed: false, (_, _, _, book) =>
        {
            var guests = book.List();
            foreach (var guest in guests)
            {
                Console.WriteLine(GuestLine.Of(guest, book.Today));
            }

            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{guests.Count:N0} {(guests.Count == 1 ? "guest's text" : "guests' texts")}, {guests.Count(GuestStanding.IsOnItsWay):N0} on their way."));
            return ExitCode.Done;
        });
        return command;
    }
}
