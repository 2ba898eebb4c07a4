using System.CommandLine;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault init</c>: makes the private store, and keeps the content's repository from telling who works in it, and when.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var git = new Option<bool>("--git") { Description = "Make a git repository for the content where there is none." };
        var actor = CommonOptions.Actor();
        var command = new Command("init", "Make the private store, and set the content's git repository to the blog's name and to days. Can be run again. Example: dotnet run -- vault init --blog ../my-blog")
        {
            blog, vault, git, actor,
        };
        command.SetAction(parse =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            SampleGuard.Refuse(folder, "vault init");
            var settings = new BlogReader(folder).ReadSettings();
            string place;
            using (var store = VaultAccess.OpenOrCreate(folder, parse.GetValue(vault), parse.GetValue(actor)))
            {
                place = store.Location.Folder;
                Console.WriteLine($"The private store is {place}. In its audit you are \"{store.Actor}\".");
                Console.Error.WriteLine(DiskEncryption.Describe(DiskEncryption.Probe(store.Location.Folder)));
                if (!store.Sealed.IsSetUp)
                {
                    Console.Error.WriteLine("Guests' originals, senders, requests and keys need a passphrase: dotnet run -- vault passphrase");
                }
            }

            if (!BlogRepository.IsThere(folder) && !(parse.GetValue(git) && BlogRepository.TryMake(folder)))
            {
                Console.Error.WriteLine("The blog folder is no git repository of its own (--git makes one), so there is no author to set.");
                return parse.GetValue(git) ? ExitCode.Findings : ExitCode.Done;
            }

            return BlogRepository.TrySetUp(folder, settings, place) ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }
}
