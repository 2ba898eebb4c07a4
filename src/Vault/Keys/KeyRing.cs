using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Blog.Jose;

namespace Blog.Vault.Keys;

/// <summary>The keys of the store: its owner's own, whose private halves are sealed under the passphrase, and those of people who were accepted.</summary>
public sealed class KeyRing
{
    private readonly VaultStore _store;

    internal KeyRing(VaultStore store) => _store = store;

    /// <summary>Today, in UTC: the day by which keys hold or have ended.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_store.Time.GetUtcNow().UtcDateTime);

    /// <summary>Every key, by pen name, the newest of a name first.</summary>
    public IReadOnlyList<PersonKey> List()
    {
        using var all = new Statement(_store.Connection, "SELECT handle, card, own, retired FROM person_key ORDER BY name, row DESC");
        var keys = new List<PersonKey>();
        while (all.Step())
        {
            keys.Add(new PersonKey(
                VaultHandle.Of(all.Blob(0)),
                KeyCard.TryRead(all.Blob(1).ToArray(), out var card) ? card : throw new VaultException(VaultFault.Damaged, "A key in the private store is not as it was written. Run \"vault verify\", and bring back a copy from before."),
                all.Long(2) == 1,
                all.LongOrNull(3) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));
        }

        return keys;
    }

    /// <summary>Makes a key of one's own; its private halves go into a sealed row.</summary>
    /// <param name="name">Pen name.</param>
    /// <param name="notAfter">Its last day.</param>
    /// <exception cref="VaultException">The sealed part is locked, there is a key of this name, or the actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public PersonKey Make(string name, DateOnly notAfter)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Keys);
        RequireFree(name);
        using var encryption = EcPrivateKey.Make();
        using var signature = EcPrivateKey.Make();
        var card = new KeyCard(name, Today, notAfter, encryption.Public, signature.Public);
        if (notAfter < card.Created)
        {
            throw new VaultException(VaultFault.Refused, "The last day of a key lies after today. Nothing was changed.");
        }

        var handle = _store.NewHandle();
        var bytes = Written(encryption, signature);
        _store.Sealed.Put(SealedKind.Key, handle, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return Add(handle, card, isOwn: true, AuditVerb.KeyMade);
    }

    /// <summary>Accepts the key of another person: from now on packets can go to it, and what it signs counts.</summary>
    /// <remarks>That the card is the person's own is for people to say: they compare <see cref="KeyCard.Fingerprint"/>.</remarks>
    /// <exception cref="VaultException">It has ended, is here already, one of the name is, or the actor may not do it.</exception>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public PersonKey Accept(KeyCard card)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Keys);
        if (card.NotAfter < Today)
        {
            throw new VaultException(VaultFault.Refused, $"This key ended on {card.NotAfter:yyyy-MM-dd}. Ask for a new one (\"keys rotate\" on the other side). Nothing was changed.");
        }

        if (List().Any(key => key.Card.Encryption == card.Encryption || key.Card.Signature == card.Signature))
        {
            throw new VaultException(VaultFault.Refused, "This key is in the private store already, or was once. Nothing was changed.");
        }

        RequireFree(card.Name);
        return Add(_store.NewHandle(), card, isOwn: false, AuditVerb.KeyAccepted);
    }

    /// <summary>Retires a key: nothing is encrypted to it any more, and what it signs counts no more. One's own goes on opening what came before.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Retire(VaultHandle key)
    {
        _store.RequireTransaction();
        _store.Roles.Require(EditorTask.Keys);
        using var retire = new Statement(_store.Connection, "UPDATE person_key SET retired = ?2 WHERE handle = ?1 AND retired IS NULL");
        if (retire.Bind(1, key.ToBytes()).Bind(2, _store.Time.GetUtcNow().UtcTicks).Run() == 1)
        {
            _store.Audit.Append(AuditVerb.KeyRetired, key);
        }
    }

    /// <summary>Destroys the private halves of a key of one's own, and retires it: nobody can open what was encrypted to it.</summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public void Destroy(VaultHandle key)
    {
        Retire(key);
        if (_store.Sealed.Delete(SealedKind.Key, key))
        {
            _store.Audit.Append(AuditVerb.KeyDestroyed, key);
        }
    }

    /// <summary>The private halves of a key of one's own.</summary>
    /// <exception cref="VaultException">The sealed part is locked, or they were destroyed.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The result disposes of both; a key that is not as it was written has no secret to wipe.")]
    public OwnKey Open(PersonKey key)
    {
        if (!_store.Sealed.TryGet(SealedKind.Key, key.Handle, out var bytes))
        {
            throw new VaultException(VaultFault.Refused, "The private halves of this key are not in the private store: they were destroyed, or it is another person's.");
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return EcPrivateKey.TryRead(document.RootElement.GetProperty("encryption"), out var encryption) && EcPrivateKey.TryRead(document.RootElement.GetProperty("signature"), out var signature)
                ? new OwnKey(encryption, signature)
                : throw new VaultException(VaultFault.Damaged, "A key in the private store is not as it was written. Bring back a copy from before.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private void RequireFree(string name)
    {
        if (!PenNames.IsUsable(name))
        {
            throw new VaultException(VaultFault.Refused, $"A key bears a pen name: one line of at most {PenNames.MaxLength} characters without an e-mail address. Nothing was changed.");
        }

        if (List().Any(key => key.Retired is null && key.Card.Name == name))
        {
            throw new VaultException(VaultFault.Refused, "There is a key of this name already. \"keys rotate\" makes another for it, \"keys remove\" ends it. Nothing was changed.");
        }
    }

    private PersonKey Add(VaultHandle handle, KeyCard card, bool isOwn, AuditVerb verb)
    {
        using var add = new Statement(_store.Connection, "INSERT INTO person_key (handle, name, own, encryption, signature, card) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        add.Bind(1, handle.ToBytes()).Bind(2, card.Name).Bind(3, isOwn ? 1L : 0L).Bind(4, card.Encryption.Thumbprint).Bind(5, card.Signature.Thumbprint).Bind(6, card.ToBytes()).Run();
        _store.Audit.Append(verb, handle);
        return new PersonKey(handle, card, isOwn, null);
    }

    private static byte[] Written(EcPrivateKey encryption, EcPrivateKey signature)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("encryption");
            encryption.Write(json);
            json.WritePropertyName("signature");
            signature.Write(json);
            json.WriteEndObject();
        }

        var bytes = buffer.ToArray();
        CryptographicOperations.ZeroMemory(buffer.GetBuffer());
        return bytes;
    }
}
