using System.CommandLine;
using System.Globalization;
using Blog.Guests;
using Blog.Model;
using Blog.Source;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest publish</c>: puts an agreed text among the texts that are released.</summary>
internal static class PublishVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var appears = new Option<string?>("--on") { Description = $"The day from which it stands, and its date; default: drawn at random from the next {GuestPlace.DrawnWithin} days, so that it does not tell the day it was sent.", HelpName = "DAY" };
        var series = new Option<string?>("--series") { Description = "Its series; it gets the next number of it.", HelpName = "NAME" };
        var number = new Option<int?>("--number") { Description = "Another number in the series." };
        var labels = new Option<string[]>("--label") { Description = "A label; may be given again.", HelpName = "LABEL", DefaultValueFactory = _ => [] };
        var command = new Command("publish", "Let a text that its writer agreed to go out with the releases from a day on. Refuses a text that differs from the one agreed to. Example: dotnet run -- guest publish 4f2a91c0 --series \"Guest Blog\"") { name, appears, series, number, labels };
        new GuestInput().Set(command, "guest publish", isSealed: true, (parse, folder, store, book) =>
        {
            var guest = book.Find(parse.GetRequiredValue(name)).Handle;
            var named = SourceText.CanonicalValue(parse.GetValue(series));
            var reader = new BlogReader(folder);
            var place = new GuestPlace(
                GuestInput.Day(parse.GetValue(appears), "--on") ?? GuestPlace.DrawDay(book.Today),
                named is null ? null : new SeriesPlace(named, parse.GetValue(number) ?? book.NextNumber(named, reader.ListPosts().Select(file => reader.ReadFrontMatter(file).Series))),
                [.. parse.GetRequiredValue(labels)]);
            book.Publish(guest, place);
            var row = book.Open(guest).Row;
            Console.WriteLine(GuestLine.Of(row, book.Today));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Next: release, then build, on {row.Appears:yyyy-MM-dd} or later. \"due\" reminds you."));
            return ExitCode.Done;
        });
        return command;
    }
}
