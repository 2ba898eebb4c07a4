namespace Blog.Commands;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Vault">Folder of the private store; null for the usual one.</param>
/// <param name="Port">Port on 127.0.0.1; 0 for a free one.</param>
/// <param name="AsOf">Day to build for; null for today.</param>
/// <param name="Drafts">Whether drafts and posts of days to come are shown.</param>
internal sealed record ServeAsked(string? Vault, int Port, string? AsOf, bool Drafts);
