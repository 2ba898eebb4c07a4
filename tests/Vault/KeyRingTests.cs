using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Blog.Jose;
using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Tests.Vault;

public sealed class KeyRingTests : IDisposable
{
    private readonly VaultFixture _fixture = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_key_comes_back_after_the_store_was_closed_and_its_private_halves_are_nowhere_in_the_file()
    {
        PersonKey made;
        string secret;
        using (var store = Unlocked())
        {
            made = Make(store, "Patient Lathe");
            using var own = store.Keys.Open(made);
            secret = JsonNode.Parse(Written(own.Encryption))!["d"]!.GetValue<string>();
        }

        foreach (var file in Directory.EnumerateFiles(_fixture.Location().Folder))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)));
        }

        using var again = VaultStore.Open(_fixture.Location(), Blog.Commands.VaultAccess.Random, _time);
        Assert.Equal(made, Assert.Single(again.Keys.List()));
        Assert.Throws<VaultException>(() => again.Keys.Open(made)); // locked
        using (var passphrase = Passphrase.Existing("correct horse battery"))
        {
            again.Sealed.Unlock(passphrase, keep: false);
        }

        using var key = again.Keys.Open(made);
        Assert.Equal(made.Card.Encryption, key.Encryption.Public);
        Assert.Equal(made.Card.Signature, key.Signature.Public);
        Assert.NotEqual(key.Encryption.Public, key.Signature.Public);
        Assert.Null(again.Audit.FirstFault());
    }

    [Fact]
    public void Without_an_open_sealed_part_nothing_is_made()
    {
        using var store = Unlocked();
        store.Sealed.Lock();
        Assert.Throws<VaultException>(() => Make(store, "Patient Lathe"));
        Assert.Empty(store.Keys.List());
    }

    [Fact]
    public void A_key_says_thirty_days_before_its_end_that_it_ends_and_holds_no_day_longer()
    {
        using var store = Unlocked();
        var key = Make(store, "Patient Lathe", days: 100);
        Assert.True(key.Holds(store.Keys.Today));
        Assert.False(key.EndsSoon(store.Keys.Today.AddDays(69)));
        Assert.True(key.EndsSoon(store.Keys.Today.AddDays(70)));
        Assert.True(key.Holds(store.Keys.Today.AddDays(100)));
        Assert.False(key.Holds(store.Keys.Today.AddDays(101)));
        Assert.False(key.Holds(store.Keys.Today.AddDays(-1)));
    }

    [Fact]
    public void A_key_that_gave_way_opens_what_came_before_and_one_that_was_destroyed_nothing()
    {
        using var store = Unlocked();
        var key = Make(store, "Patient Lathe");
        var message = EncryptedMessage.Seal("in confidence"u8, [key.Card.Encryption], Blog.Commands.VaultAccess.Random);
        Do(store, () => store.Keys.Retire(key.Handle));
        var next = Make(store, "Patient Lathe");

        Assert.NotEqual(key.Card.Fingerprint, next.Card.Fingerprint);
        Assert.False(store.Keys.List().Single(each => each.Handle == key.Handle).Holds(store.Keys.Today));
        using (var old = store.Keys.Open(key))
        using (var own = store.Keys.Open(next))
        {
            Assert.True(EncryptedMessage.TryOpen(message, [old.Encryption], out _));
            Assert.False(EncryptedMessage.TryOpen(message, [own.Encryption], out _));
        }

        Do(store, () => store.Keys.Destroy(key.Handle));
        Assert.Throws<VaultException>(() => store.Keys.Open(key));
    }

    [Fact]
    public void Another_persons_key_is_accepted_once_under_a_name_that_is_free_and_while_it_holds()
    {
        using var own = EcPrivateKey.Make();
        using var sign = EcPrivateKey.Make();
        using var store = Unlocked();
        var card = new KeyCard("Quiet Harbour", store.Keys.Today, store.Keys.Today.AddDays(10), own.Public, sign.Public);
        Do(store, () => store.Keys.Accept(card));

        Assert.Throws<VaultException>(() => Do(store, () => store.Keys.Accept(card)));
        using var other = EcPrivateKey.Make();
        using var otherSign = EcPrivateKey.Make();
        var namesake = card with { Encryption = other.Public, Signature = otherSign.Public };
        Assert.Throws<VaultException>(() => Do(store, () => store.Keys.Accept(namesake)));
        Assert.Throws<VaultException>(() => Do(store, () => store.Keys.Accept(namesake with { Name = "Another", NotAfter = store.Keys.Today.AddDays(-1), Created = store.Keys.Today.AddDays(-9) })));
        Assert.Throws<VaultException>(() => store.Keys.Open(store.Keys.List().Single()));
    }

    [Fact]
    public void A_card_comes_back_from_its_bytes_and_every_part_of_it_changes_the_fingerprint()
    {
        using var own = EcPrivateKey.Make();
        using var sign = EcPrivateKey.Make();
        var card = new KeyCard("Quiet Harbour", new DateOnly(2026, 11, 1), new DateOnly(2027, 11, 1), own.Public, sign.Public);

        Assert.True(KeyCard.TryRead(card.ToBytes(), out var back));
        Assert.Equal(card, back);
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){4}$", card.Fingerprint);
        KeyCard[] others =
        [
            card with { Name = "Quiet Harbor" }, card with { Created = card.Created.AddDays(1) }, card with { NotAfter = card.NotAfter.AddDays(1) },
            card with { Encryption = sign.Public, Signature = own.Public }, card with { Signature = own.Public },
        ];
        Assert.All(others, other => Assert.NotEqual(card.Fingerprint, other.Fingerprint));
    }

    [Theory]
    [InlineData("name", "\"mary@example.org\"")]
    [InlineData("name", "\"\"")]
    [InlineData("name", "7")]
    [InlineData("created", "\"2026-13-01\"")]
    [InlineData("notAfter", "\"2020-01-01\"")]
    [InlineData("keys", "[]")]
    [InlineData("keys", "{}")]
    public void What_is_no_card_is_refused(string member, string value)
    {
        using var own = EcPrivateKey.Make();
        using var sign = EcPrivateKey.Make();
        var json = JsonNode.Parse(new KeyCard("Quiet Harbour", new DateOnly(2026, 11, 1), new DateOnly(2027, 11, 1), own.Public, sign.Public).ToBytes())!.AsObject();
        Assert.True(KeyCard.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), out _));
        json[member] = JsonNode.Parse(value);
        Assert.False(KeyCard.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), out _));
    }

    [Fact]
    public void A_card_with_a_private_half_or_one_key_for_both_uses_is_refused()
    {
        using var own = EcPrivateKey.Make();
        using var sign = EcPrivateKey.Make();
        var card = new KeyCard("Quiet Harbour", new DateOnly(2026, 11, 1), new DateOnly(2027, 11, 1), own.Public, sign.Public);
        var json = JsonNode.Parse(card.ToBytes())!.AsObject();
        json["keys"]![0]!["d"] = JsonNode.Parse(Written(own))!["d"]!.DeepClone();
        Assert.False(KeyCard.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), out _));
        Assert.False(KeyCard.TryRead((card with { Signature = own.Public }).ToBytes(), out _));
        Assert.False(KeyCard.TryRead(new byte[KeyCard.MaxBytes + 1], out _));
    }

    private VaultStore Unlocked()
    {
        var store = VaultStore.OpenOrCreate(_fixture.Location(), Blog.Commands.VaultAccess.Random, _time);
        store.Sealed.Cost = 1000;
        using var passphrase = Passphrase.New("correct horse battery");
        store.Sealed.SetPassphrase(null, passphrase);
        store.Sealed.Unlock(passphrase, keep: false);
        return store;
    }

    private static PersonKey Make(VaultStore store, string name, int days = 365)
    {
        using var transaction = store.BeginTransaction();
        var key = store.Keys.Make(name, store.Keys.Today.AddDays(days));
        transaction.Commit();
        return key;
    }

    private static void Do(VaultStore store, Action act)
    {
        using var transaction = store.BeginTransaction();
        act();
        transaction.Commit();
    }

    private static string Written(EcPrivateKey key)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            key.Write(json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
