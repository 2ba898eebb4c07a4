using Blog.Import;
using Blog.Redact.Facts;
using Blog.Tests.Vault;
using static Blog.Tests.Vault.VaultFixture;

namespace Blog.Tests.Redact.Facts;

public sealed class FactTextReaderTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_store_is_read_as_threads_with_replies_and_the_year()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0, "Hi Jo,\n\nI am 34 years old.\n\nBye") with { Title = "Guest Blog 3" }, Comment("c1", "1", 1, text: "I live in Crewe."), Comment("c2", "1", 2, parent: "c1", text: "You are 51 years old, are you?"));
        var texts = FactTextReader.Read(store).ToList();
        Assert.Equal([true, false, false], texts.Select(text => text.IsPost));
        Assert.Equal([null, null, texts[1].Handle], texts.Select(text => text.Parent));
        Assert.True(texts[0].IsGuest);
        Assert.All(texts, text => Assert.Equal(2015, text.Written));
        Assert.Equal(texts.Select(text => text.Handle), FactTextReader.Thread(store, store.Posts().Single()).Select(text => text.Handle));
    }

    [Fact]
    public void A_ledger_of_a_store_has_its_case()
    {
        using var store = _fixture.Open();
        TakeIn(store, Archive(), Post("1", 0, "I am 34 years old.") with { Title = "A guest writes" }, Comment("c1", "1", 1, text: "I live in Crewe."));
        var ledger = FactLedger.Read(FactTextReader.Read(store));
        Assert.Equal([FactKind.Age], ledger.Case(store.Posts().Single().Handle)!.Entries.Select(entry => entry.Kind));
        Assert.Equal(2, ledger.People.Count);
    }
}
