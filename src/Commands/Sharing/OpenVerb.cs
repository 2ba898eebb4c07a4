using System.CommandLine;
using Blog.Moderate.Sharing;
using Blog.Vault;

namespace Blog.Commands.Sharing;

/// <summary><c>moderate open PACKET</c>: the console over a packet.</summary>
internal static class OpenVerb
{
    public static Command Create()
    {
        var (vault, blog, passphrase) = (CommonOptions.Vault(), CommonOptions.Blog(), CommonOptions.PassphraseFile());
        var file = new Argument<string>("packet") { Description = "The packet." };
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 (the default) takes a free one.", HelpName = "N" };
        var command = new Command("open", "Open a packet in the moderation console. Your key lies in your own private store (--vault). Example: dotnet run -- moderate open packet.jwe") { file, blog, vault, passphrase, port };
        command.SetAction(async (parse, token) =>
        {
            var packet = new PacketFile(parse.GetRequiredValue(file));
            packet.Store.RequirePrivatePlace();
            string name;
            using (var own = KeyVerbs.OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), null))
            {
                KeyVerbs.OwnStore.RequireSealed(own, parse.GetValue(passphrase));
                KeyVerbs.KeyText.WarnOfEnds(own, Console.Error);
                name = KeyVerbs.KeyText.Find(own, null, own: true).Card.Name;
                var (content, from) = packet.Read(own); // also of one that is open: it may have ended, or the file be another one
                if (!packet.IsOpen)
                {
                    packet.Unpack(content, from, TimeProvider.System, token);
                }
            }

            Console.WriteLine($"What you decide is kept in {packet.Folder}, readable by you alone and not encrypted. When you are done: dotnet run -- moderate return {parse.GetRequiredValue(file)} --out decisions.jwe");
            using var store = VaultStore.Open(packet.Store, VaultAccess.Random, TimeProvider.System);
            store.Actor = name;
            return await ModerateCommand.ServeAsync(store, packet.Blog, ModerateCommand.VerbsOf(packet.Blog) with { PacketOf = packet.Folder }, new ConsoleAsked(parse.GetValue(port), [], Browser: false), token);
        });
        return command;
    }
}
