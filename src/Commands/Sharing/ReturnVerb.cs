using System.CommandLine;
using System.Globalization;
using Blog.Moderate.Sharing;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.Sharing;

/// <summary><c>moderate return PACKET</c>: what was decided over a packet, signed, and encrypted to the editor.</summary>
internal static class ReturnVerb
{
    public static Command Create()
    {
        var (vault, blog, passphrase) = (CommonOptions.Vault(), CommonOptions.Blog(), CommonOptions.PassphraseFile());
        var file = new Argument<string>("packet") { Description = "The packet." };
        var output = new Option<string>("--out") { Description = "The file to write, to be sent back.", HelpName = "FILE", Required = true };
        var delete = new Option<bool>("--delete") { Description = "Delete the packet and the folder in which it was open afterwards." };
        var command = new Command("return", "Write your decisions over a packet into a signed and encrypted file, to be sent back. Example: dotnet run -- moderate return packet.jwe --out decisions.jwe") { file, output, delete, blog, vault, passphrase };
        command.SetAction(parse =>
        {
            var packet = new PacketFile(parse.GetRequiredValue(file));
            if (!packet.IsOpen)
            {
                throw new UsageException("This packet was not opened here, so there is nothing to return. Nothing was written.");
            }

            using var own = KeyVerbs.OwnStore.Open(parse.GetRequiredValue(blog), parse.GetValue(vault), null);
            KeyVerbs.OwnStore.RequireSealed(own, parse.GetValue(passphrase));
            var (content, from) = packet.Read(own);
            IReadOnlyList<PacketDecision> decided;
            using (var store = VaultStore.Open(packet.Store, VaultAccess.Random, TimeProvider.System))
            {
                decided = PacketStore.Decided(store, content);
            }

            using var key = own.Keys.Open(KeyVerbs.KeyText.Find(own, null, own: true));
            var returned = new ReturnedDecisions(ReturnedDecisions.CurrentFormat, content.Packet, from.Card.Signature.Thumbprint, decided);
            DurableFile.Write(parse.GetRequiredValue(output), Letter.Write(PacketReader.Write(returned), ReturnedDecisions.Purpose, key, from.Card, VaultAccess.Random), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parse.GetRequiredValue(output)}: {decided.Count:N0} decisions, signed by you, for {from.Card.Name} alone. It can be written again after more decisions."));
            if (parse.GetValue(delete))
            {
                Directory.Delete(packet.Folder, recursive: true);
                File.Delete(Path.GetFullPath(parse.GetRequiredValue(file)));
                Console.WriteLine("The packet and its folder are deleted here. A disk may keep what was overwritten: encrypt it.");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
