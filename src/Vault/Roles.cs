namespace Blog.Vault;

/// <summary>Who may do what, by pen name. A store in which nobody was given a role belongs to one person, who may do everything.</summary>
/// <remarks>
/// A pen name is said, not proven: whoever may open the file may call themselves as they like. Roles keep people who share a machine to their tasks, and refuse in the code
/// that does a thing, whatever button or verb led there; what must be kept from somebody is not put on a machine they use (packets, docs/sharing.md).
/// </remarks>
public sealed class Roles
{
    private readonly VaultStore _store;

    internal Roles(VaultStore store) => _store = store;

    /// <summary>The roles that were given, by name.</summary>
    public IReadOnlyDictionary<string, PersonRole> List()
    {
        using var all = new Statement(_store.Connection, "SELECT name, role FROM role ORDER BY name");
        var roles = new SortedDictionary<string, PersonRole>(StringComparer.Ordinal);
        while (all.Step())
        {
            roles[all.Required(0)] = VaultWords.Role(all.Required(1));
        }

        return roles;
    }

    /// <summary>What a pen name stands for: where roles were given, somebody without one is a moderator.</summary>
    public PersonRole Of(string name)
    {
        var roles = List();
        return roles.TryGetValue(name, out var role) ? role : roles.Count == 0 ? PersonRole.Editor : PersonRole.Moderator;
    }

    /// <summary>Whether who works on the store now may do something.</summary>
    public bool May(EditorTask task) => Of(_store.Actor) switch
    {
        PersonRole.Editor => true,
        PersonRole.Moderator => task switch
        {
            EditorTask.Publish or EditorTask.Erase or EditorTask.Keys or EditorTask.GuestPosts or EditorTask.Share or EditorTask.Roles or EditorTask.Detector => false,
            _ => throw new ArgumentOutOfRangeException(nameof(task), task, "No such task."),
        },
        var role => throw new InvalidOperationException($"No permissions for a {role}."),
    };

    /// <summary>Refuses what who works on the store now may not do.</summary>
    /// <exception cref="VaultException">They may not; nothing was changed.</exception>
    public void Require(EditorTask task)
    {
        if (!May(task))
        {
            throw new VaultException(VaultFault.Refused, $"This is for an editor: {Words(task)}. The pen name in use has the role of a moderator, who reads and decides (\"keys roles\" lists them). Nothing was changed.");
        }
    }

    /// <summary>Gives a role. The first one makes an editor of who gives it, so that nobody is left out of their own store; the last editor stays one.</summary>
    /// <exception cref="VaultException">The name is no pen name, there would be no editor, or the actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Give(string name, PersonRole role)
    {
        _store.RequireTransaction();
        Require(EditorTask.Roles);
        if (!PenNames.IsUsable(name))
        {
            throw new VaultException(VaultFault.Refused, $"A role is given to a pen name: one line of at most {PenNames.MaxLength} characters without an e-mail address. Nothing was changed.");
        }

        var roles = List();
        if (role != PersonRole.Editor && !roles.Any(each => each.Value == PersonRole.Editor && each.Key != name))
        {
            throw new VaultException(VaultFault.Refused, "There would be no editor left, and nobody could publish, erase or give roles. Give an editor's role first (your own pen name, perhaps). Nothing was changed.");
        }

        if (roles.Count == 0 && name != _store.Actor)
        {
            throw new VaultException(VaultFault.Refused, $"The first role is your own: from then on who has none is a moderator, and so would you be. Give {_store.Actor} the role of an editor first. Nothing was changed.");
        }

        using var give = new Statement(_store.Connection, "INSERT INTO role (name, role) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET role = excluded.role");
        give.Bind(1, name).Bind(2, VaultWords.Of(role)).Run();
        _store.Audit.Append(AuditVerb.Role, null);
    }

    private static string Words(EditorTask task) => task switch
    {
        EditorTask.Publish => "publishing",
        EditorTask.Erase => "erasing for good",
        EditorTask.Keys => "making, accepting and removing keys",
        EditorTask.GuestPosts => "guests' texts",
        EditorTask.Share => "handing out packets and taking decisions of others in",
        EditorTask.Roles => "giving roles",
        EditorTask.Detector => "setting and teaching the tagger",
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, "No such task."),
    };
}
