using Blog.Moderate.Sharing;
using Blog.Source;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.Sharing;

/// <summary>A packet on the disk of a moderator: the file, and beside it the folder in which it is open.</summary>
internal sealed class PacketFile
{
    private readonly string _path;

    public PacketFile(string path) => _path = Path.GetFullPath(path);

    /// <summary>The folder in which it is open: <c>store/</c> is a private store of its own, <c>blog/</c> the blog's public settings.</summary>
    public string Folder => _path + ".open";

    /// <summary>The store of the opened packet.</summary>
    public VaultLocation Store => VaultLocation.Resolve(Blog.Root, Path.Combine(Folder, "store"), _ => null);

    /// <summary>The blog of the opened packet.</summary>
    public BlogFolder Blog => new(Path.Combine(Folder, "blog"));

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => Directory.Exists(Folder);

    /// <summary>Decrypts it, with the keys of a store.</summary>
    /// <exception cref="UsageException">It is not for one of the keys, not from somebody who was accepted, has ended, or is no packet.</exception>
    public (PacketContent Packet, PersonKey From) Read(VaultStore own)
    {
        if (!File.Exists(_path) || new FileInfo(_path).Length > global::Blog.Jose.EncryptedMessage.MaxLength)
        {
            throw new UsageException($"There is no packet {_path}. Nothing was changed.");
        }

        var opened = Letters.Open(own, File.ReadAllBytes(_path), PacketContent.Purpose, "packet");
        if (!PacketReader.TryReadPacket(opened.Content.Span, out var packet))
        {
            throw new UsageException($"{_path} could be opened, but is not a packet as this version of the program writes them. Use the same version on both sides. Nothing was changed.");
        }

        return packet.Expires < own.Keys.Today
            ? throw new UsageException(FormattableString.Invariant($"This packet ended on {packet.Expires:yyyy-MM-dd}. Ask for a new one, and delete this file{(IsOpen ? $" and {Folder}" : string.Empty)}."))
            : (packet, opened.From);
    }

    /// <summary>Makes the folder and fills its store; complete under its name or not at all.</summary>
    public void Unpack(PacketContent packet, PersonKey from, TimeProvider time, CancellationToken token)
    {
        var making = Folder + ".making";
        if (Directory.Exists(making))
        {
            Directory.Delete(making, recursive: true); // of a run that was killed
        }

        PrivateFolder.Create(making);
        PrivateFolder.Create(Path.Combine(making, "blog"));
        PrivateFolder.Create(Path.Combine(making, "blog", "input"));
        DurableFile.Write(Path.Combine(making, "blog", "input", "site.yml"), System.Text.Encoding.UTF8.GetBytes(packet.Site), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var location = VaultLocation.Resolve(Path.Combine(making, "blog"), Path.Combine(making, "store"), _ => null);
        using (var store = VaultStore.Create(location, VaultAccess.Random, time))
        {
            PacketStore.Fill(store, packet, from.Card.Name, time, token);
        }

        Directory.Move(making, Folder);
        DurableFile.SyncFolder(Path.GetDirectoryName(Folder)!); // not null: it is a folder in a folder
    }
}
