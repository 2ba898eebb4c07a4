using System.CommandLine;
using System.Globalization;
using Blog.Commands.GuestVerbs;
using Blog.Guests;
using Blog.Redact.Pictures;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox picture N I</c>: a picture of a submission as a file, without anything but what it shows.</summary>
internal static class PictureVerb
{
    public static Command Create()
    {
        var number = new Argument<long>("number") { Description = "The submission's number (\"inbox list\")." };
        var picture = new Argument<int>("picture") { Description = "The picture's number, from 1." };
        var file = new Option<string>("--out") { Description = "The new file, outside of the blog's folder.", HelpName = "FILE", Required = true };
        var command = new Command("picture", "Write a picture of a submission into a file, scrubbed. Example: dotnet run -- inbox picture 3 1 --out ~/sent-1.jpg") { number, picture, file };
        new GuestInput().Set(command, "inbox picture", isSealed: true, (parse, folder, store, _) =>
        {
            var path = GuestInput.PrivatePath(folder, parse.GetRequiredValue(file));
            try
            {
                var scrubbed = PictureScrubber.Scrub(new GuestInbox(store, TimeProvider.System).Picture(parse.GetRequiredValue(number), parse.GetRequiredValue(picture)).Bytes.Span);
                GuestInput.WritePrivate(path, scrubbed.Bytes.Span);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scrubbed.Format}, {scrubbed.Width:N0} by {scrubbed.Height:N0} pixels, {scrubbed.Bytes.Length:N0} bytes; {scrubbed.Removed.Count:N0} parts beside the pixels were left out."));
            }
            catch (PictureException e)
            {
                throw new UsageException(e.Message + " Nothing was written.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
