using System.CommandLine;
using Blog.Commands.Redaction;
using Blog.Moderate.Pictures;
using Blog.Redact.Pictures;
using Blog.Vault;

namespace Blog.Commands.Pictures;

/// <summary><c>redact picture ID</c>: decides on one picture.</summary>
internal static class PictureVerb
{
    public static Command Create()
    {
        var picture = new Argument<string>("picture") { Description = "First digits of its name, as on the contact sheet." };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var publish = new Option<bool>("--publish") { Description = "You have looked at it, and it may be shown as it is (scrubbed)." };
        var leaveOut = new Option<bool>("--leave-out") { Description = "It is not shown." };
        var replace = new Option<string?>("--replace") { Description = "Show this file in its place.", HelpName = "FILE" };
        var cover = new Option<string[]>("--cover") { Description = "Show it with this area in black; may be given several times. PNG and JPEG.", HelpName = "X,Y,WIDTH,HEIGHT" };
        var crop = new Option<string?>("--crop") { Description = "Show only this area of it. PNG and JPEG.", HelpName = "X,Y,WIDTH,HEIGHT" };
        var reason = RedactOptions.Reason();
        var actor = RedactOptions.Actor();
        var command = new Command("picture", "Publish a picture you have looked at, cover or cut it, replace it, or leave it out. Example: dotnet run -- redact picture 4f2a91c0 --cover 120,40,300,200")
        {
            picture, blog, vault, publish, leaveOut, replace, cover, crop, reason, actor,
        };
        command.SetAction(parse => RedactOptions.Run(parse, blog, vault, (_, store) =>
        {
            var wish = new Wish(parse.GetValue(publish), parse.GetValue(leaveOut), parse.GetValue(replace), parse.GetValue(cover) ?? [], parse.GetValue(crop));
            if (wish.Count != 1)
            {
                throw new UsageException("Say one of --publish, --leave-out, --replace FILE, or --cover and --crop. Nothing was changed.");
            }

            try
            {
                DecisionLine.Made(Decide(new PictureModeration(store, ActorName.Of(parse.GetValue(actor), store), TimeProvider.System), parse.GetRequiredValue(picture), wish, parse.GetValue(reason)), null);
            }
            catch (PictureException e)
            {
                throw new UsageException(e.Message + " Nothing was changed.");
            }

            if (wish.IsEdit)
            {
                Console.WriteLine("Look at the result before you release: dotnet run -- redact pictures --all");
            }

            OpenSourcesHint.Print(store);
            return ExitCode.Done;
        }));
        return command;
    }

    private static VaultDecision Decide(PictureModeration moderation, string reference, Wish wish, string? reason)
    {
        var picture = moderation.Find(reference);
        if (wish.Publish)
        {
            return moderation.Publish(picture, reason);
        }

        if (wish.LeaveOut)
        {
            return moderation.LeaveOut(picture, reason);
        }

        if (wish.Replace is { } path)
        {
            var file = new FileInfo(path);
            return !file.Exists ? throw new UsageException($"{path}: there is no such file. Nothing was changed.")
                : file.Length > PictureLimits.MaxBytes ? throw new PictureException("The file is too large.")
                : moderation.Replace(picture, File.ReadAllBytes(file.FullName), reason);
        }

        return moderation.Edit(picture, [.. wish.Cover.Select(PictureArea.Parse)], wish.Crop is { } crop ? PictureArea.Parse(crop) : null, reason);
    }

    /// <summary>What was asked for.</summary>
    private sealed record Wish(bool Publish, bool LeaveOut, string? Replace, IReadOnlyList<string> Cover, string? Crop)
    {
        public bool IsEdit => Cover.Count > 0 || Crop is not null;

        public int Count => (Publish ? 1 : 0) + (LeaveOut ? 1 : 0) + (Replace is null ? 0 : 1) + (IsEdit ? 1 : 0);
    }
}
