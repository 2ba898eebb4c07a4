using Blog.Vault;

namespace Blog.Desk;

/// <summary>What a write did.</summary>
/// <param name="Said">In one sentence.</param>
/// <param name="Text">The text it was about; null where it was about none.</param>
/// <param name="IsWide">Whether other texts may have changed with it.</param>
internal sealed record WriteResult(string Said, VaultHandle? Text, bool IsWide);
