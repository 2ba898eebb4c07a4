using System.CommandLine;
using Blog.Vault;

namespace Blog.Commands.KeyVerbs;

/// <summary><c>keys roles</c>: who is an editor, who a moderator.</summary>
internal static class RolesVerb
{
    public static Command Create()
    {
        var (blog, vault, actor) = (CommonOptions.Blog(), CommonOptions.Vault(), CommonOptions.Actor());
        var name = new Argument<string?>("name") { Description = "A pen name.", Arity = ArgumentArity.ZeroOrOne };
        var role = new Argument<string?>("role") { Description = "editor or moderator.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("roles", "List who may do what, or give a role. A moderator reads and decides; publishing, erasing, keys, packets, imports and guests' texts are for editors. Example: dotnet run -- keys roles \"Quiet Harbour\" moderator")
        {
            name, role, blog, vault, actor,
        };
        command.SetAction(parse =>
        {
            using var store = VaultAccess.Open(CommonOptions.Folder(parse.GetRequiredValue(blog)), parse.GetValue(vault), parse.GetValue(actor));
            if (parse.GetValue(name) is { } given)
            {
                var meant = parse.GetValue(role) switch
                {
                    "editor" => PersonRole.Editor,
                    "moderator" => PersonRole.Moderator,
                    _ => throw new UsageException("A role is editor or moderator. Nothing was changed."),
                };
                using var transaction = store.BeginTransaction();
                store.Roles.Give(given, meant);
                transaction.Commit();
            }

            var roles = store.Roles.List();
            foreach (var (who, what) in roles)
            {
                Console.WriteLine($"{(what == PersonRole.Editor ? "editor   " : "moderator")}  {who}");
            }

            Console.WriteLine(roles.Count == 0 ? "Nobody was given a role: this store is one person's, who may do everything." : $"Everybody else is a moderator. You are {store.Actor}.");
            return ExitCode.Done;
        });
        return command;
    }
}
