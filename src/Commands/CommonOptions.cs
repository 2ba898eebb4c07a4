using System.CommandLine;
using Blog.Source;

namespace Blog.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--blog DIR</c>.</summary>
    public static Option<string> Blog() => new("--blog")
    {
        Description = "Folder of the blog (with input/ and output/).",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    /// <summary><c>--vault FILE</c>.</summary>
    public static Option<string?> Vault() => new("--vault")
    {
        Description = "Folder of the private store; default: BLOG_VAULT, else a folder of this blog's own in your data folder.",
        HelpName = "DIR",
    };

    /// <summary><c>--actor NAME</c>.</summary>
    public static Option<string?> Actor() => new("--actor")
    {
        Description = "Your pen name for the audit; default: BLOG_ACTOR, else settings.yml of the private store, else the store's own.",
        HelpName = "NAME",
    };

    /// <summary><c>--passphrase-file FILE</c>.</summary>
    public static Option<string?> PassphraseFile() => new("--passphrase-file")
    {
        Description = "File whose first line is the passphrase, readable by you alone; default: the variable BLOG_VAULT_PASSPHRASE, else the terminal. A passphrase is never an argument.",
        HelpName = "FILE",
    };

    /// <summary>The blog folder a verb was given.</summary>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static BlogFolder Folder(string path)
    {
        var folder = new BlogFolder(path);
        return File.Exists(folder.SettingsFile)
            ? folder
            : throw new UsageException($"There is no blog in {folder.Root}: input/site.yml is missing. Make one with \"dotnet run -- init DIR --title T --address URL\", or name its folder with --blog DIR.");
    }
}
