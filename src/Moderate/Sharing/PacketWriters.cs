using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>The writers of a packet as numbers, in the order in which they first appear; whoever is nobody in particular gets none.</summary>
/// <remarks>A name is handed over only as far as it stands in the texts of the thread, where the moderator reads it anyhow and has to know that it will give way.</remarks>
internal sealed class PacketWriters
{
    private const int MinPart = 3;

    private readonly IReadOnlyDictionary<VaultHandle, VaultHandle> _groups;
    private readonly Dictionary<VaultHandle, int> _numbers = [];

    public PacketWriters(IReadOnlyList<VaultPerson> people) => _groups = WriterGroups.Of(people);

    /// <summary>The number of a writer; null for nobody in particular.</summary>
    public int? Of(VaultPerson? writer)
    {
        if (writer is not { Identity: not null })
        {
            return null;
        }

        var group = _groups.GetValueOrDefault(writer.Handle, writer.Handle);
        if (!_numbers.TryGetValue(group, out var number))
        {
            _numbers.Add(group, number = _numbers.Count + 1);
        }

        return number;
    }

    /// <summary>The number of a writer by the name of one of their rows; null where nothing of theirs is in the packet.</summary>
    public int? Known(VaultHandle person) => _numbers.TryGetValue(_groups.GetValueOrDefault(person, person), out var number) ? number : null;

    /// <summary>What of a writer's name stands in some texts: the whole, else those of its words that do; null where nothing does.</summary>
    public static string? NameIn(VaultPerson? writer, IEnumerable<string> texts)
    {
        if (writer is not { Identity: not null, Name: { } given })
        {
            return null;
        }

        var name = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var all = texts.ToList();
        if (name.Length == 0)
        {
            return null;
        }

        if (all.Exists(text => Stands(name, text)))
        {
            return name;
        }

        var parts = name.Split(' ').Where(part => part.Length >= MinPart && all.Exists(text => Stands(part, text))).ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static bool Stands(string words, string text)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
