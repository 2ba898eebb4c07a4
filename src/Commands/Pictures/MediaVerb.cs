using System.CommandLine;

namespace Blog.Commands.Pictures;

/// <summary><c>vault media add</c>: takes files of pictures into the private store and finds, by their names, which texts show them. Nothing is fetched from anywhere.</summary>
internal static class MediaVerb
{
    public static Command Create() => new("media", "Pictures of the private store. Example: dotnet run -- vault media add ~/Takeout/Albums") { Add() };

    private static Command Add()
    {
        var files = new Argument<string[]>("path") { Description = "Files of pictures, or folders of them (with all below).", Arity = ArgumentArity.OneOrMore };
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var address = new Option<string?>("--for") { Description = "The address by which texts name this one file, where its name does not tell.", HelpName = "ADDRESS" };
        var command = new Command("add", "Take pictures in that the texts show; each waits until somebody has looked at it. Example: dotnet run -- vault media add ~/Takeout/Albums --blog ../my-blog") { files, blog, vault, address };
        command.SetAction((parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            var exit = MediaIntake.Run(store, MediaIntake.FilesOf(parse.GetRequiredValue(files)), parse.GetValue(address), Console.Out, Console.Error, token);
            Console.WriteLine("Next: dotnet run -- redact pictures");
            return Task.FromResult(exit);
        });
        return command;
    }
}
