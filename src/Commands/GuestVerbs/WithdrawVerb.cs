using System.CommandLine;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest withdraw</c>: its writer took their consent back.</summary>
internal static class WithdrawVerb
{
    public static Command Create()
    {
        var name = GuestInput.Name();
        var command = new Command("withdraw", "Record that its writer took their consent back: the next release takes the text away. For a published one, withhold at once with \"takedown now\". Example: dotnet run -- guest withdraw 4f2a91c0") { name };
        new GuestInput().Set(command, "guest withdraw", isSealed: true, (parse, _, _, book) =>
        {
            var before = book.Find(parse.GetRequiredValue(name));
            book.Withdraw(before.Handle);
            Console.WriteLine(GuestLine.Of(book.Open(before.Handle).Row, book.Today));
            if (before.PostRow is not null)
            {
                Console.Error.WriteLine("Next: takedown now ADDRESS (at once), or release and build. To erase it for good: takedown erase ADDRESS.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
