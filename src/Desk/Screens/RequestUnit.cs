using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>A post or comment that a request is about.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="Label">What and where it is; its name alone where it is gone.</param>
/// <param name="State">"withheld", "erased", or null where it stands as your decisions leave it.</param>
/// <param name="IsOpen">Whether the console has a screen for it.</param>
public sealed record RequestUnit(VaultHandle Handle, string Label, string? State, bool IsOpen);
