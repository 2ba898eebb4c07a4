using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault path</c>: where the private store lies.</summary>
internal static class PathVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var command = new Command("path", "Where the private store lies. Example: dotnet run -- vault path") { blog, vault };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var location = VaultAccess.Locate(folder, parse.GetValue(vault));
            Console.WriteLine(location.Folder);
            Console.Error.WriteLine(VaultStore.Exists(location)
                ? DiskEncryption.Describe(DiskEncryption.Probe(location.Folder))
                : "There is none yet; \"vault init\" or the first import makes it.");
            return ExitCode.Done;
        });
        return command;
    }
}
