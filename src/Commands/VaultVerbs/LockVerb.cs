using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault lock</c>: locks the sealed part at once, also for a command that is running.</summary>
internal static class LockVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var actor = CommonOptions.Actor();
        var command = new Command("lock", "Lock the sealed part of the private store at once. Example: dotnet run -- vault lock") { blog, vault, actor };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var location = VaultAccess.Locate(folder, parse.GetValue(vault));
            if (!VaultStore.Exists(location))
            {
                throw new UsageException($"There is no private store at {location.Folder}, so nothing is open.");
            }

            var session = VaultAccess.Session(location);
            try
            {
                using var store = VaultAccess.Open(folder, parse.GetValue(vault), parse.GetValue(actor));
                store.Sealed.Lock();
            }
            catch (VaultException e) when (e.Fault == VaultFault.Locked)
            {
                // Another command has the store: the key goes all the same, and that command looks for it before each use.
                session.End();
                Console.Error.WriteLine("Another command is using the private store; it finds the sealed part locked from now on. The audit could not be told.");
            }

            Console.WriteLine("Locked.");
            return ExitCode.Done;
        });
        return command;
    }
}
