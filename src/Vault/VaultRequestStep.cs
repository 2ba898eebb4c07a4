namespace Blog.Vault;

/// <summary>A step that somebody has said something about.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Changed">When that was said, in UTC.</param>
public readonly record struct VaultRequestStep(RequestStepState State, DateTimeOffset Changed);
