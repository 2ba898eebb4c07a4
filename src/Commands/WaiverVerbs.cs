using System.CommandLine;
using System.Globalization;
using Blog.Model;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary><c>gate waive | waivers | unwaive</c>: permissions for one case at one place, with a reason and a last day.</summary>
internal static class WaiverVerbs
{
    public static Command Waive()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var number = new Argument<string>("case") { Description = "The case, as the safety check names it." };
        var place = new Option<string>("--place") { Description = "The place, as the safety check names it: 2015/12/x.html#c123.", HelpName = "PLACE", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why it may stand there.", HelpName = "WORDS", Required = true };
        var until = new Option<string>("--until") { Description = "Last day (2027-01-31).", HelpName = "DAY", Required = true };
        var actor = Redaction.RedactOptions.Actor();
        var command = new Command("waive", "Allow what a case hides at one place until a day. Example: dotnet run -- gate waive 91c04f2a --place 2015/12/x.html#c123 --reason \"a namesake\" --until 2027-01-31") { number, blog, vault, place, reason, until, actor };
        command.SetAction(parse =>
        {
            if (!DayText.TryRead(parse.GetRequiredValue(until), out var day))
            {
                throw new UsageException("The last day is written as 2027-01-31. Nothing was changed.");
            }

            if (string.IsNullOrWhiteSpace(parse.GetRequiredValue(reason)))
            {
                throw new UsageException("A permission needs a reason: somebody will ask for it. Nothing was changed.");
            }

            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault));
            using var transaction = store.BeginTransaction();
            var waiver = store.Waivers.Add(new VaultWaiver(
                default, default, ActorName.Of(parse.GetValue(actor), store), parse.GetRequiredValue(number), parse.GetRequiredValue(place), parse.GetRequiredValue(reason).Trim(), day));
            transaction.Commit();
            Console.WriteLine($"Permission {waiver.Handle.Hex[..VaultHandle.ShownDigits]} holds until {parse.GetRequiredValue(until)}; after that day the safety check refuses the place again. Take it back with: gate unwaive {waiver.Handle.Hex[..VaultHandle.ShownDigits]}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command List()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("waivers", "List permissions. Example: dotnet run -- gate waivers") { blog, vault };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault));
            foreach (var waiver in store.Waivers.List())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waiver.Handle.Hex[..VaultHandle.ShownDigits]}  case {waiver.Case}  until {waiver.Until:yyyy-MM-dd}  by {waiver.Actor}  {waiver.Place}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    public static Command TakeBack()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var waiver = new Argument<string>("permission") { Description = "First digits of its name." };
        var actor = Redaction.RedactOptions.Actor();
        var command = new Command("unwaive", "Take a permission back. Example: dotnet run -- gate unwaive 4f2a91c0") { waiver, blog, vault, actor };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault));
            var found = store.Waivers.List().Where(each => each.Handle.Hex.StartsWith(parse.GetRequiredValue(waiver), StringComparison.Ordinal)).ToList();
            if (found is not [var only])
            {
                throw new UsageException($"{found.Count} permissions have names that begin so. \"gate waivers\" lists them. Nothing was changed.");
            }

            using var transaction = store.BeginTransaction();
            store.Waivers.TakeBack(only.Handle, ActorName.Of(parse.GetValue(actor), store));
            transaction.Commit();
            Console.WriteLine("Taken back.");
            return ExitCode.Done;
        });
        return command;
    }
}
