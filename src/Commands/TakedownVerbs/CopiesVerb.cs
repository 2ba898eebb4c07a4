using System.CommandLine;
using System.Globalization;
using Blog.Vault;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown copies</c>: backups, exports and packets that may still hold what was taken down.</summary>
internal static class CopiesVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var gone = new Option<string?>("--gone") { Description = "Say that a copy is deleted, by the first digits of its name.", HelpName = "NAME" };
        var command = new Command("copies", "List backups, exports and packets known to the private store, with place and expiry. Example: dotnet run -- takedown copies --gone 4f2a91c0") { blog, vault, gone };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault));
            if (parse.GetValue(gone) is { } name)
            {
                using var transaction = store.BeginTransaction();
                if (!store.Copies.Forget(name))
                {
                    throw new UsageException("No copy, or more than one, is called so. Nothing was changed.");
                }

                transaction.Commit();
            }

            foreach (var copy in store.Copies.List())
            {
                var state = copy.Gone is { } day ? $"deleted {day:yyyy-MM-dd}" : copy.Expires is { } last ? $"to be deleted by {last:yyyy-MM-dd}" : "no day to delete it";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{copy.Handle.Hex[..VaultHandle.ShownDigits]}  {copy.Kind}  {copy.Made:yyyy-MM-dd}  {state}  {(IsSeen(copy.Place) ? "is there" : "not seen there")}  {copy.Place}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Whether something lies there; a package for somebody has its name behind the place.</summary>
    private static bool IsSeen(string place) => place.Split(" (for ")[0] is var path && (File.Exists(path) || Directory.Exists(path));
}
