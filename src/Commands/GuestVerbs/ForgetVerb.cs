using System.CommandLine;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest forget-sender</c> and <c>guest destroy-original</c>: what is not needed any more goes for good.</summary>
internal static class ForgetVerb
{
    /// <summary><c>guest forget-sender</c>: destroys who sent a text; needs no passphrase.</summary>
    public static Command ForgetSender()
    {
        var name = GuestInput.Name();
        var command = new Command("forget-sender", "Destroy who sent a guest's text, for good. Needs no passphrase. Example: dotnet run -- guest forget-sender 4f2a91c0") { name };
        new GuestInput().Set(command, "guest forget-sender", isSealed: false, (parse, _, _, book) =>
        {
            var was = book.ForgetSender(book.Find(parse.GetRequiredValue(name)).Handle);
            Console.WriteLine(was ? "Who sent it is destroyed. Backups made before still hold it, sealed: \"takedown copies\" lists them." : "Nothing of who sent it was kept.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary><c>guest destroy-original</c>: destroys the text as it was sent and every version but the present one.</summary>
    public static Command DestroyOriginal()
    {
        var name = GuestInput.Name();
        var command = new Command("destroy-original", "Destroy a guest's text as it was sent, its earlier versions and hidden words, for good; the text as it stands is kept. Example: dotnet run -- guest destroy-original 4f2a91c0") { name };
        new GuestInput().Set(command, "guest destroy-original", isSealed: true, (parse, _, _, book) =>
        {
            book.DestroyOriginal(book.Find(parse.GetRequiredValue(name)).Handle);
            Console.WriteLine("The text as it was sent and its earlier versions are destroyed. Backups made before still hold them, sealed: \"takedown copies\" lists them.");
            return ExitCode.Done;
        });
        return command;
    }
}
