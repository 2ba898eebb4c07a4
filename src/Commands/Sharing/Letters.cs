using Blog.Vault;
using Blog.Vault.Keys;

namespace Blog.Commands.Sharing;

/// <summary>Opens files from other people with the keys of a store.</summary>
internal static class Letters
{
    /// <summary>Opens one; the sealed part of the store is open.</summary>
    /// <param name="store">Whose keys.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="purpose">What it has to be signed for.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="UsageException">It does not open, or nobody whose signature counts has signed it.</exception>
    public static OpenedLetter Open(VaultStore store, byte[] bytes, string purpose, string what)
    {
        var own = store.Keys.List().Where(key => key.IsOwn).Select(key => TryOpen(store, key)).OfType<OwnKey>().ToList();
        try
        {
            var others = store.Keys.List().Where(key => !key.IsOwn && key.Holds(store.Keys.Today));
            return Letter.TryOpen(bytes, purpose, own, others, out var opened) switch
            {
                LetterState.Good => opened!, // not null: it is good
                LetterState.NotForUs => throw new UsageException($"This file is no {what} for a key of this private store, or was damaged on its way. Nothing was changed."),
                LetterState.UnknownSigner => throw new UsageException($"This {what} can be opened, but whoever signed it was not accepted here, or their key has ended. Accept it first, comparing the fingerprint by voice (\"keys accept\"). Nothing was changed."),
                var state => throw new InvalidOperationException($"No answer to {state}."),
            };
        }
        finally
        {
            own.ForEach(key => key.Dispose());
        }
    }

    /// <summary>A key's private halves; null where they were destroyed.</summary>
    private static OwnKey? TryOpen(VaultStore store, PersonKey key) => store.Sealed.List(SealedKind.Key).Contains(key.Handle) ? store.Keys.Open(key) : null;
}
