using System.CommandLine;
using System.Globalization;
using Blog.Vault;

namespace Blog.Commands.Sharing;

/// <summary><c>moderate packets</c>: what was handed out, and what came back.</summary>
internal static class PacketsVerb
{
    public static Command Create()
    {
        var (blog, vault) = (CommonOptions.Blog(), CommonOptions.Vault());
        var command = new Command("packets", "List packets that were handed out, and what came back from each. Example: dotnet run -- moderate packets") { blog, vault };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault));
            var merges = store.Packets.Merges().ToLookup(merge => merge.Packet);
            foreach (var packet in store.Packets.List())
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{packet.Handle.Hex[..VaultHandle.ShownDigits]}  {packet.Made:yyyy-MM-dd}  until {packet.Expires:yyyy-MM-dd}  for {packet.To.Card.Name}"));
                foreach (var merge in merges[packet.Handle])
                {
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"  {merge.Handle.Hex[..VaultHandle.ShownDigits]}  {merge.Made:yyyy-MM-dd}  {merge.Decisions.Count:N0} decisions taken in{(merge.Undone is null ? string.Empty : ", taken back")}"));
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
