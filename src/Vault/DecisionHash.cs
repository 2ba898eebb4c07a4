namespace Blog.Vault;

/// <summary>SHA-256 over everything that is kept of a decision, its words with it: a flipped bit in a term would leave standing what the decision hid.</summary>
/// <remarks>Stands beside the words and goes with them when they are erased. It never leaves the store.</remarks>
internal static class DecisionHash
{
    /// <summary>Hash of a decision; <see cref="VaultDecision.Row"/> goes in too, since the order decides.</summary>
    public static byte[] Of(VaultDecision decision)
    {
        var hasher = new FieldHasher();
        hasher.Start();
        hasher.Add(decision.Row);
        hasher.Add(decision.Handle.Hex);
        hasher.Add(decision.Made.UtcTicks);
        hasher.Add(decision.Actor);
        hasher.Add(VaultWords.Of(decision.Action));
        hasher.Add(VaultWords.Of(decision.Scope));
        hasher.Add(decision.Unit?.Hex);
        hasher.Add(decision.Person?.Hex);
        hasher.Add(decision.Replaces?.Hex);
        hasher.Add(decision.Kind);
        hasher.Add(decision.Field is { } field ? VaultWords.Of(field) : null);
        hasher.Add(decision.Start);
        hasher.Add(decision.Length);
        hasher.Add(decision.Term);
        hasher.Add(decision.Variants);
        hasher.Add(decision.Replacement);
        hasher.Add(decision.Reason);
        return hasher.End();
    }
}
