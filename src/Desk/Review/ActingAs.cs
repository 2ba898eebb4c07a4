using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>The pen name of one session for as long as its request has the store: what it does stands in the audit under it, and is refused where its role does not reach.</summary>
internal sealed class ActingAs : IDisposable
{
    private readonly VaultStore _store;
    private readonly string _before;

    public ActingAs(VaultStore store, string? actor)
    {
        (_store, _before) = (store, store.Actor);
        store.Actor = actor ?? store.Actor;
    }

    public void Dispose() => _store.Actor = _before;
}
