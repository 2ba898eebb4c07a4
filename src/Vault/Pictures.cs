using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>Pictures as they were taken in, and the addresses by which texts name them.</summary>
public sealed class Pictures
{
    private readonly VaultStore _store;

    internal Pictures(VaultStore store) => _store = store;

    /// <summary>Takes a picture in; the same bytes again are the same picture.</summary>
    /// <param name="bytes">The file as it is.</param>
    /// <param name="picture">What is to be said of it; its handle and addresses are not looked at.</param>
    /// <returns>Its handle, and whether it is new.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public (VaultHandle Handle, bool IsNew) Add(ReadOnlySpan<byte> bytes, VaultPicture picture)
    {
        _store.RequireTransaction();
        var sha256 = SHA256.HashData(bytes);
        using (var known = new Statement(_store.Connection, "SELECT handle FROM picture WHERE sha256 = ?1"))
        {
            if (known.Bind(1, sha256).Step())
            {
                return (VaultHandle.Of(known.Blob(0)), false);
            }
        }

        var handle = _store.NewHandle();
        using var add = new Statement(_store.Connection, "INSERT INTO picture (handle, sha256, format, width, height, length, scrubbed, scrubber, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        add.Bind(1, handle.ToBytes()).Bind(2, sha256).Bind(3, picture.Format).Bind(4, (long)picture.Width).Bind(5, (long)picture.Height).Bind(6, (long)bytes.Length)
            .Bind(7, Convert.FromHexString(picture.Scrubbed)).Bind(8, (long)picture.Scrubber).Bind(9, bytes).Run();
        return (handle, true);
    }

    /// <summary>Says that texts name a picture by an address; an address that named another names this one from now on.</summary>
    /// <returns>False where it did so before.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public bool Name(VaultHandle picture, string address)
    {
        _store.RequireTransaction();
        using var name = new Statement(_store.Connection, """
            INSERT INTO picture_address (address, picture_row) SELECT ?2, row FROM picture WHERE handle = ?1
            ON CONFLICT (address) DO UPDATE SET picture_row = excluded.picture_row WHERE picture_row <> excluded.picture_row
            """);
        return name.Bind(1, picture.ToBytes()).Bind(2, address).Run() > 0;
    }

    /// <summary>Every picture, in the order in which they were taken in.</summary>
    public IReadOnlyList<VaultPicture> List()
    {
        using var addresses = new Statement(_store.Connection, "SELECT picture_row, address FROM picture_address ORDER BY picture_row, address");
        var named = new List<(long Row, string Address)>();
        while (addresses.Step())
        {
            named.Add((addresses.Long(0), addresses.Required(1)));
        }

        var byRow = named.ToLookup(name => name.Row, name => name.Address);
        using var all = new Statement(_store.Connection, "SELECT row, handle, format, width, height, length, scrubbed, scrubber FROM picture ORDER BY row");
        var list = new List<VaultPicture>();
        while (all.Step())
        {
            list.Add(new VaultPicture
            {
                Handle = VaultHandle.Of(all.Blob(1)),
                Format = all.Required(2),
                Width = (int)all.Long(3),
                Height = (int)all.Long(4),
                Length = all.Long(5),
                Scrubbed = Convert.ToHexStringLower(all.Blob(6)),
                Scrubber = (int)all.Long(7),
                Addresses = [.. byRow[all.Long(0)]],
            });
        }

        return list;
    }

    /// <summary>The file of a picture, as it was taken in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such picture (any more).</exception>
    public byte[] Bytes(VaultHandle picture)
    {
        using var bytes = new Statement(_store.Connection, "SELECT bytes FROM picture WHERE handle = ?1");
        return bytes.Bind(1, picture.ToBytes()).Step() ? bytes.Blob(0).ToArray() : throw new KeyNotFoundException("There is no such picture in the private store.");
    }
}
